import { DomainError, type LogProblemInput, type ProblemContent } from '#contracts';
import { parseRegion } from '#regions';

const mostDaysBack = 20 * 366;
const dayMs = 86_400_000;
/** Seven digits in a row as of landlines and documents, or a mobile number however it is spaced. */
const numberLike = /\d{7}|1[3-9]\d[ -]?\d{4}[ -]?\d{4}/;

/**
 * @throws DomainError `problem.stateInvalid`, `problem.personalData`. Names cannot be told from words; numbers can,
 * full-width ones too.
 */
export function checkContent(content: ProblemContent): void {
  const { state, handling, body, bodyName } = content;
  const isReferred = body !== undefined;
  const fits =
    isReferred === (bodyName !== undefined) &&
    (state === 'closed' || isReferred === (state === 'referred')) &&
    (state !== 'closed' || handling !== undefined);
  if (!fits) throw new DomainError('problem.stateInvalid');
  for (const field of ['asked', 'handling', 'bodyName'] as const)
    if (numberLike.test((content[field] ?? '').normalize('NFKC')))
      throw new DomainError('problem.personalData', { field });
}

/** @throws DomainError `problem.placeTooLarge`, `problem.dayInvalid`, and those of its content */
export function checkEntry(input: LogProblemInput, today: string): void {
  if (parseRegion(input.region).level !== 'community') throw new DomainError('problem.placeTooLarge');
  const daysBack = (Date.parse(today) - Date.parse(input.day)) / dayMs;
  if (!(daysBack >= 0 && daysBack <= mostDaysBack)) throw new DomainError('problem.dayInvalid');
  checkContent(input);
}
