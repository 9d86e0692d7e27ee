import { device } from '../platform/this-device';
import { ApiProblem, ApiUnreachable, type Problem } from './client';
import { base64 } from './ids';
import { withToken } from './session';
import { settings } from './settings';

/** Fetches a file of the API as who is signed in. Throws as the client does. */
export function askFile(path: string): Promise<ArrayBuffer> {
  return withToken(async (token) => {
    const headers: Record<string, string> = { 'accept-language': settings.get().language };
    if (token) headers['authorization'] = `Bearer ${token}`;
    const { status, bytes } = await device.fetchBytes(path, headers).catch((error: unknown) => {
      throw new ApiUnreachable(error);
    });
    if (status >= 400) throw new ApiProblem(problemOf(bytes));
    return bytes;
  });
}

/** A picture of the API as an address that can be shown: its own needs a token that pictures do not send. */
export async function askPicture(path: string, type: string): Promise<string> {
  return `data:${type};base64,${base64(new Uint8Array(await askFile(path)))}`;
}

/** Fetches a file and hands it to its owner. Throws as the client does. */
export async function receive(path: string, file: { name: string; type: string }): Promise<void> {
  await device.save(await askFile(path), file);
}

function problemOf(bytes: ArrayBuffer): Problem {
  try {
    const escaped = [...new Uint8Array(bytes)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
    return JSON.parse(decodeURIComponent(escaped.join(''))) as Problem;
  } catch (error) {
    throw new ApiUnreachable(error);
  }
}
