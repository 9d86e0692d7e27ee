import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from './config.js';

interface SealKeyFile {
  /** Id of the key that seals; the others only open. */
  current: string;
  /** Key id → 32 bytes in base64. */
  keys: Record<string, string>;
  /** 32 bytes in base64, for the blind index only. */
  indexKey: string;
}

/** iv, tag and ciphertext, and which key opens them. */
export interface SealedBytes {
  keyId: string;
  bytes: Buffer;
}

/** NIST SP 800-38D, 8.2.2. */
const ivBytes = 12;
const ivsAtATime = 256;

/**
 * Protects names, numbers and doors at rest: AES-256-GCM (NIST SP 800-38D) with the key's id in front so
 * that keys rotate, bound to a purpose so that one field cannot be pasted into another; and an
 * HMAC-SHA-256 blind index to look a value up without opening anything.
 */
export class Seal {
  /** Ids of the keys that only open. */
  readonly otherKeys: readonly string[];
  private readonly keys: Map<string, Buffer>;
  private readonly indexKey: Buffer;
  private readonly ivs = Buffer.alloc(ivBytes * ivsAtATime);
  private ivsTaken = ivsAtATime;

  /** @throws Error what is wrong with the keys, without showing them */
  constructor(private readonly file: SealKeyFile) {
    this.keys = new Map(
      Object.entries(file.keys).map(([id, key]) => [keyId(id), keyBytes(key, `keys.${id}`)]),
    );
    this.indexKey = keyBytes(file.indexKey, 'indexKey');
    if (!this.keys.has(file.current))
      throw new Error(`seal key ${file.current} is named current but not given`);
    this.otherKeys = [...this.keys.keys()].filter((id) => id !== file.current);
  }

  /** @throws ConfigError the file is no file of keys */
  static fromFile(path: string): Seal {
    try {
      return new Seal(JSON.parse(readFileSync(path, 'utf8')) as SealKeyFile);
    } catch (error) {
      // Not the message of JSON.parse: it quotes the file.
      const why = error instanceof SyntaxError ? 'JSON' : (error as Error).message;
      throw new ConfigError([
        `SEAL_KEY_FILE (${path}): ${why} — 须为 / must hold { current, keys, indexKey }`,
      ]);
    }
  }

  /** Id of the key that seals. */
  get currentKey(): string {
    return this.file.current;
  }

  /** `<key id>.<base64url of iv, tag and ciphertext>` */
  seal(plain: string, purpose: string): string {
    const { keyId, bytes } = this.sealBytes(Buffer.from(plain), purpose);
    return `${keyId}.${bytes.toString('base64url')}`;
  }

  open(sealed: string, purpose: string): string {
    const dot = sealed.indexOf('.');
    const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
    return this.openBytes({ keyId: sealed.slice(0, dot), bytes }, purpose).toString();
  }

  /** As {@link seal}, for what is no text. */
  sealBytes(plain: Buffer, purpose: string): SealedBytes {
    const keyId = this.file.current;
    const iv = this.nextIv();
    const cipher = createCipheriv('aes-256-gcm', this.key(keyId), iv).setAAD(Buffer.from(purpose));
    const ciphertext = [cipher.update(plain), cipher.final()];
    return { keyId, bytes: Buffer.concat([iv, cipher.getAuthTag(), ...ciphertext]) };
  }

  openBytes({ keyId, bytes }: SealedBytes, purpose: string): Buffer {
    // Without a length Node takes a tag of four bytes, which can be guessed.
    const tagged = { authTagLength: 16 };
    const decipher = createDecipheriv('aes-256-gcm', this.key(keyId), bytes.subarray(0, 12), tagged);
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  }

  /** 32 bytes that are equal exactly when value and purpose are. */
  blindIndex(value: string, purpose: string): Buffer {
    return createHmac('sha256', this.indexKey).update(`${purpose}\n${value}`).digest();
  }

  /** Read before the next is asked for. Drawn many at a time: a call of the generator costs as much as sealing. */
  private nextIv(): Buffer {
    if (this.ivsTaken === ivsAtATime) randomFillSync(this.ivs);
    this.ivsTaken %= ivsAtATime;
    const from = this.ivsTaken++ * ivBytes;
    return this.ivs.subarray(from, from + ivBytes);
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new Error(`seal key ${id} is not in the key file`);
    return key;
  }
}

/** Sealed text names its key up to the first dot. */
function keyId(id: string): string {
  if (!/^[\w-]+$/.test(id)) throw new Error(`seal key id ${id} must be letters, digits, - and _`);
  return id;
}

function keyBytes(base64: unknown, name: string): Buffer {
  const bytes = typeof base64 === 'string' ? Buffer.from(base64, 'base64') : undefined;
  if (bytes?.length !== 32) throw new Error(`${name} in the seal key file must be 32 bytes in base64`);
  return bytes;
}
