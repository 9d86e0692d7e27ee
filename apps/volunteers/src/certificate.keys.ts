import { readFile } from 'node:fs/promises';
import type { PublishedKey, PublishedKeys } from '#contracts';
import { ConfigError } from '#platform';
import { CompactSign, importJWK, type JWK } from 'jose';

const algorithm = 'EdDSA';

/** Keys that sign credentials and did: a JWK set whose first key is private and signs; more may follow, public. */
export class CertificateKeys {
  private constructor(
    readonly published: PublishedKeys,
    /** `did:jwk` of the key that signs: the issuer of credentials, which says its own public key. */
    readonly issuer: string,
    private readonly privateKey: Awaited<ReturnType<typeof importJWK>>,
  ) {}

  /** @throws ConfigError the file holds no such keys */
  static async open(file: string): Promise<CertificateKeys> {
    try {
      const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: JWK[] };
      const [first] = keys;
      if (!first?.d) throw new TypeError('the first key is not private');
      const published = keys.map(publishedKey);
      const privateKey = await importJWK(first, algorithm);
      return new CertificateKeys({ keys: published }, issuerOf(published[0]?.kid), privateKey);
    } catch (error) {
      // Not the message: that of JSON.parse quotes the file.
      const why = (error as NodeJS.ErrnoException).code ?? '{ keys: [{ kty: OKP, crv: Ed25519, x, d }, …] }';
      throw new ConfigError([
        `CERTIFICATE_KEY_FILE (${file}): ${why} — 须为 JWK 集，首个为 Ed25519 私钥 / must hold a set of JWKs, the first a private Ed25519 key`,
      ]);
    }
  }

  /** A credential as application/vc+jwt (W3C, Securing Verifiable Credentials using JOSE and COSE). */
  sign(credential: object): Promise<string> {
    const kid = `${this.issuer}#0`;
    return new CompactSign(new TextEncoder().encode(JSON.stringify(credential)))
      .setProtectedHeader({ alg: algorithm, typ: 'vc+jwt', cty: 'vc', kid })
      .sign(this.privateKey);
  }
}

function publishedKey({ kty, crv, x }: JWK): PublishedKey {
  if (kty !== 'OKP' || crv !== 'Ed25519' || !x) throw new TypeError('not such a key');
  const key = { kty: 'OKP', crv: 'Ed25519', x } as const;
  const did = `did:jwk:${Buffer.from(JSON.stringify(key)).toString('base64url')}`;
  return { ...key, kid: `${did}#0`, alg: algorithm, use: 'sig' };
}

function issuerOf(kid = ''): string {
  return kid.replace(/#0$/, '');
}
