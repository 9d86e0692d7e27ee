import {
  ApiClient,
  ApiProblem,
  fetchTransport,
  type Schemas,
  type Transport,
} from '../../../libs/api-client/src/index.js';
import { language } from './language';
import { readSession, renew } from './session';

export { ApiProblem, type Schemas };

/** A token that has expired is exchanged once, and the request sent again. */
const renewing: Transport = async (request) => {
  const answer = await fetchTransport(request);
  if (answer.status !== 401 || !readSession()) return answer;
  const session = await renew();
  if (!session) return answer;
  return fetchTransport({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${session.accessToken}` },
  });
};

/** The API in the language and with the session of this page. Throws {@link ApiProblem}. */
export const api = new ApiClient({
  baseUrl: '',
  transport: renewing,
  get language() {
    return language();
  },
  accessToken: () => readSession()?.accessToken,
});

/** An id made here, so that sending again is the same write: version 7, which sorts by time. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256;
  bytes[6] = ((bytes[6] ?? 0) % 16) + 0x70;
  bytes[8] = ((bytes[8] ?? 0) % 64) + 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
