import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { api, type Schemas } from '../api';

export type Sealing = Schemas['SealingView'];
export type SealingService = Sealing['service'];
export type SealingRun = Schemas['SealingRunView'];

export const sealingServices: readonly SealingService[] = ['volunteers', 'tasks', 'stations'];

const watchMs = 1_500;
const restMs = 30_000;

/** The run that is under way. */
export function openRun(sealing: Sealing | undefined): SealingRun | undefined {
  return sealing?.runs.find(({ endedAt }) => endedAt === undefined);
}

/** What each service says, in the order of `sealingServices`; asked again often while one works. */
export function useSealing(): UseQueryResult<Sealing>[] {
  return useQueries({
    queries: sealingServices.map((service) => ({
      queryKey: ['sealing', service],
      queryFn: () => api.get('/api/v1/sealing/{service}', { path: { service } }),
      refetchInterval: ({ state }: { state: { data?: Sealing } }) => (openRun(state.data) ? watchMs : restMs),
    })),
  });
}

/** What may be done about a key. */
export type Need = 'current' | 'needed' | 'missing' | 'free' | 'unknown';

export interface KeyOfAll {
  keyId: string;
  valueCount: number;
  need: Need;
}

/** Every key that some service knows of, over all of them. None is free unless all have counted under their current key. */
export function keysOfAll(answers: readonly (Sealing | undefined)[]): KeyOfAll[] {
  const known = answers.filter((answer) => answer !== undefined);
  const isCounted =
    known.length === answers.length &&
    known.every(({ countedKeyId, keys }) =>
      keys.some((key) => key.isCurrent && key.keyId === countedKeyId),
    ) &&
    new Set(known.map(({ countedKeyId }) => countedKeyId)).size === 1;
  const ids = [...new Set(known.flatMap(({ keys }) => keys.map(({ keyId }) => keyId)))];
  const keys = ids.map((keyId) => {
    const views = known.flatMap((answer) => answer.keys.filter((key) => key.keyId === keyId));
    const valueCount = known
      .flatMap(({ counts }) => counts)
      .reduce((sum, count) => sum + (count.keyId === keyId ? count.valueCount : 0), 0);
    const isMissing = views.some(({ isInFile }) => !isInFile) && valueCount > 0;
    let need: Need = isCounted ? 'free' : 'unknown';
    if (valueCount > 0) need = 'needed';
    if (isMissing) need = 'missing';
    if (views.some(({ isCurrent }) => isCurrent)) need = 'current';
    return { keyId, valueCount, need };
  });
  return keys.sort((one, other) => Number(other.need === 'current') - Number(one.need === 'current'));
}

/** Values that the current key could seal anew. */
export function oldValues({ counts, keys }: Sealing): number {
  const old = new Set(keys.filter((key) => !key.isCurrent && key.isInFile).map(({ keyId }) => keyId));
  return counts.reduce(
    (sum, count) => sum + (count.isResealed && old.has(count.keyId) ? count.valueCount : 0),
    0,
  );
}
