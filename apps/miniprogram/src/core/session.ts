import { device } from '../platform/this-device';
import { ApiClient, ApiProblem, type Schemas } from './client';
import { forget, keep, recall } from './keeping';
import { settings } from './settings';
import { createStore } from './store';

type SignedIn = Schemas['SignedIn'];

export type Session =
  | { state: 'out' }
  | { state: 'in'; grant: SignedIn }
  /** Signed in once; the tokens are no longer good. What waits to be sent is kept. */
  | { state: 'expired'; grant: SignedIn };

const key = 'shunlu.session';
const kept = recall<SignedIn>(key);

export const session = createStore<Session>(kept ? { state: 'in', grant: kept } : { state: 'out' });

/** Id of who is signed in, or was until a moment ago. */
export function ownId(): string {
  const current = session.get();
  return current.state === 'out' ? '' : current.grant.actorId;
}

const clientOf = (token: string | undefined) =>
  new ApiClient({
    baseUrl: device.apiUrl,
    transport: device.transport,
    language: settings.get().language,
    accessToken: () => token,
  });

export function signedIn(grant: SignedIn): void {
  keep(key, grant);
  session.set({ state: 'in', grant });
}

/** Asks as nobody: to sign in. */
export const asNobody = <T>(request: (api: ApiClient) => Promise<T>): Promise<T> =>
  request(clientOf(undefined));

const stale = ['auth.tokenExpired', 'auth.tokenInvalid', 'auth.required'];

/** Asks as who is signed in; an old access token is exchanged first. Throws as the client does. */
export const ask = <T>(request: (api: ApiClient) => Promise<T>): Promise<T> =>
  withToken((token) => request(clientOf(token)));

/** As {@link ask}, for what does not go through the client. */
export async function withToken<T>(request: (token: string | undefined) => Promise<T>): Promise<T> {
  const current = session.get();
  const token = current.state === 'out' ? undefined : current.grant.accessToken;
  try {
    return await request(token);
  } catch (error) {
    if (current.state === 'out' || !(error instanceof ApiProblem) || !stale.includes(error.problem.code))
      throw error;
    return request(await refreshed(token));
  }
}

let refreshing: Promise<string> | undefined;

/** A refresh token is good once: whoever else needs it meanwhile waits for the same exchange. */
function refreshed(used: string | undefined): Promise<string> {
  const current = session.get();
  if (current.state === 'in' && current.grant.accessToken !== used)
    return Promise.resolve(current.grant.accessToken);
  refreshing ??= exchange().finally(() => (refreshing = undefined));
  return refreshing;
}

async function exchange(): Promise<string> {
  const current = session.get();
  if (current.state === 'out') throw new Error('nobody is signed in');
  const { refreshToken } = current.grant;
  try {
    const grant = await asNobody((api) =>
      api.post('/api/v1/auth/refresh', { body: { kind: 'person', refreshToken } }),
    );
    signedIn(grant);
    return grant.accessToken;
  } catch (error) {
    if (error instanceof ApiProblem) session.set({ state: 'expired', grant: current.grant });
    throw error;
  }
}

/** Ends the session here, and at the server if it can be reached. */
export async function signOut(): Promise<void> {
  await ask((api) => api.post('/api/v1/auth/sign-out', {})).catch(() => undefined);
  forget(key);
  session.set({ state: 'out' });
}
