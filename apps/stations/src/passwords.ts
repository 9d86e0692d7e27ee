import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for Argon2id, the library's default: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Stands in for the hash of a user who does not exist, so that both take equally long to refuse. */
const decoy = hashPassword('nobody has this password');

/** Whether the password fits; without a hash it does the same work and answers no. */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await decoy), password);
  return fits && passwordHash !== undefined;
}
