/** Writes a UUID of version 7 from a moment and ten bytes nobody can guess. */
export function uuidOf(atMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  for (let i = 0, rest = atMs; i < 6; i += 1) {
    bytes[5 - i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as base64url without padding; mini-programs have no `btoa`. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3);
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const count = b === undefined ? 2 : c === undefined ? 3 : 4;
    for (let j = 0; j < count; j += 1) text += digits[(word >> (18 - 6 * j)) & 63];
  }
  return text;
}

/** Bytes as base64 with padding, as addresses of data have it. */
export function base64(bytes: Uint8Array): string {
  const text = base64url(bytes).replace(/-/g, '+').replace(/_/g, '/');
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** The bytes of {@link base64url}. */
export function fromBase64url(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 4) {
    const part = [...text.slice(i, i + 4)].map((digit) => digits.indexOf(digit));
    const word = part.reduce((sum, value, j) => sum | (value << (18 - 6 * j)), 0);
    for (let j = 0; j < part.length - 1; j += 1) bytes.push((word >> (16 - 8 * j)) & 255);
  }
  return new Uint8Array(bytes);
}
