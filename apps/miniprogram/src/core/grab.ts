import { ApiProblem, type Problem, type Schemas } from './client';
import { forget, keep, recall } from './keeping';
import { newId } from './new-id';
import { ask } from './session';

/** Another errand near one that was lost. */
export interface Nearby {
  id: string;
  type: Schemas['ErrandSummary']['type'];
  summary: string;
  distanceMetres: number;
}

/** What came of grabbing, as the API says it. */
export type Grabbed =
  | { kind: 'won' }
  /** Wishes are gathered until then, and ranked. */
  | { kind: 'gathered'; decidesAt: string }
  | { kind: 'lost'; winner: string; nearby: Nearby[] }
  | { kind: 'refused'; problem: Problem }
  /** No answer: it may have been won. The next try is the same claim. */
  | { kind: 'unreachable' };

const keyOf = (errandId: string) => `shunlu.claim.${errandId}`;

/** Grabs an errand. Its id is kept until an answer comes, so that trying again never grabs twice. */
export async function grab(errandId: string): Promise<Grabbed> {
  const key = keyOf(errandId);
  const id = recall<string>(key) ?? newId();
  keep(key, id);
  try {
    const claim = await ask((api) =>
      api.post('/api/v1/errands/{errandId}/claims', { path: { errandId }, body: { id } }),
    );
    if (claim.state === 'gathered')
      return { kind: 'gathered', decidesAt: claim.decidesAt ?? claim.claimedAt };
    forget(key);
    return { kind: 'won' };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status >= 500) return { kind: 'unreachable' };
    forget(key);
    const { problem } = error;
    const { winner = '*', nearby = [] } = (problem.data ?? {}) as { winner?: string; nearby?: Nearby[] };
    return problem.code === 'errand.lost' ? { kind: 'lost', winner, nearby } : { kind: 'refused', problem };
  }
}
