import { ApiProblem, type Schemas } from './api';
import { language } from './language';
import { readSession, renew } from './session';

/**
 * Fetches a file with the session of this page and hands it to the browser under the name the API gave it.
 * @throws ApiProblem what the API refuses
 */
export async function download(path: string, query: Record<string, string | undefined>): Promise<void> {
  const asked = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const address = `${path}?${new URLSearchParams(asked).toString()}`;
  let answer = await ask(address);
  if (answer.status === 401 && (await renew())) answer = await ask(address);
  if (!answer.ok) throw new ApiProblem((await answer.json()) as Schemas['Problem']);
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'shunlu';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function ask(address: string): Promise<Response> {
  const token = readSession()?.accessToken;
  return fetch(address, {
    headers: { 'accept-language': language(), ...(token && { authorization: `Bearer ${token}` }) },
  });
}
