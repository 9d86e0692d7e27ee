import { ApiProblem, ApiUnreachable, type Problem } from './client';
import { TooSlow } from './timed';

/** Why a page cannot show what it should, with a way on for each. */
export type Trouble =
  | { kind: 'offline' }
  | { kind: 'slow' }
  | { kind: 'expired' }
  | { kind: 'busy' }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'unknown' };

export function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiUnreachable)
    return error.cause instanceof TooSlow ? { kind: 'slow' } : { kind: 'offline' };
  if (!(error instanceof ApiProblem)) return { kind: 'unknown' };
  const { problem } = error;
  if (problem.status === 401) return { kind: 'expired' };
  if (problem.status >= 500 || problem.status === 429) return { kind: 'busy' };
  return { kind: 'refused', problem };
}

/** The code of the catalogue, where the API refused. */
export const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : undefined);
