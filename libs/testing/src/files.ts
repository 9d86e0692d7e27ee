import { localSecrets } from '#local';
import { testServers } from './database.js';

/** Key files of the run: `TOKEN_KEY_FILE` and `SEAL_KEY_FILE`. */
export async function localFiles(): Promise<Record<string, string>> {
  const { tokenKeyFile, sealKeyFile } = await localSecrets(testServers().folder);
  return { TOKEN_KEY_FILE: tokenKeyFile, SEAL_KEY_FILE: sealKeyFile };
}
