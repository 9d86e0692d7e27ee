import { DomainError } from '#contracts';

/** The error of a call that must fail. */
export async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const answer = await work.catch((error: unknown) => error);
  if (answer instanceof DomainError) return answer;
  throw new Error(`expected a refusal, got ${JSON.stringify(answer)}`, { cause: answer });
}
