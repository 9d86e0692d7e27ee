import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface SealKeyFile {
  /** Id of the key that seals; the others only open. */
  current: string;
  /** Key id → 32 bytes in base64. */
  keys: Record<string, string>;
  /** 32 bytes in base64, for the blind index only. */
  indexKey: string;
}

/**
 * Protects names, numbers and doors at rest: AES-256-GCM (NIST SP 800-38D) with the key's id in front so
 * that keys rotate, bound to a purpose so that one field cannot be pasted into another; and an
 * HMAC-SHA-256 blind index to look a value up without opening anything.
 */
export class Seal {
  private readonly keys: Map<string, Buffer>;
  private readonly indexKey: Buffer;

  constructor(private readonly file: SealKeyFile) {
    this.keys = new Map(Object.entries(file.keys).map(([id, key]) => [id, keyBytes(key, `keys.${id}`)]));
    this.indexKey = keyBytes(file.indexKey, 'indexKey');
    if (!this.keys.has(file.current))
      throw new Error(`seal key ${file.current} is named current but not given`);
  }

  static fromFile(path: string): Seal {
    return new Seal(JSON.parse(readFileSync(path, 'utf8')) as SealKeyFile);
  }

  /** `<key id>.<base64url of iv, tag and ciphertext>` */
  seal(plain: string, purpose: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.file.current), iv).setAAD(
      Buffer.from(purpose),
    );
    const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `${this.file.current}.${Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString('base64url')}`;
  }

  open(sealed: string, purpose: string): string {
    const dot = sealed.indexOf('.');
    const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key(sealed.slice(0, dot)), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  }

  /** 32 bytes that are equal exactly when value and purpose are. */
  blindIndex(value: string, purpose: string): Buffer {
    return createHmac('sha256', this.indexKey).update(`${purpose}\n${value}`).digest();
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new Error(`seal key ${id} is not in the key file`);
    return key;
  }
}

function keyBytes(base64: string, name: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32) throw new Error(`${name} in the seal key file must be 32 bytes in base64`);
  return bytes;
}
