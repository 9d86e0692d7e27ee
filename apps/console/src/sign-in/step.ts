import { ApiProblem, type Schemas } from '../api';

export interface Credentials {
  userName: string;
  password: string;
}

export type Secret = Schemas['SecondFactorSecret'];

/** How far a sign-in has come; the password is held for its next request and nowhere else. */
export type Step =
  | { at: 'password' }
  | { at: 'code'; credentials: Credentials; hasJustEnrolled?: true }
  | { at: 'replacement'; credentials: Credentials; code?: string }
  | { at: 'enrolment'; credentials: Credentials; secret: Secret };

/** Whether the API refused with this code. */
export function isProblem(error: unknown, code: Schemas['Problem']['code']): boolean {
  return error instanceof ApiProblem && error.problem.code === code;
}
