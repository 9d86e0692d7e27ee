// Checks a receipt against a head with nothing but WebCrypto. docs/guides/auditor.md says the same in words.

const hashForm = /^[0-9a-f]{64}$/;
const text = new TextEncoder();

/**
 * What is wrong with a receipt, as a key of the page's wordings; undefined when nothing is.
 * @param receipt as /api/v1/ledger/transfers/{id}/proof gave it
 * @param head as /api/v1/ledger/heads/{day}, a file of heads or a newspaper gave it
 */
export async function faultOf(receipt, head) {
  if (!hasForm(receipt)) return 'malformed';
  if (head.cityCode !== receipt.cityCode || head.day !== receipt.day) return 'otherHead';
  if ((await headHash(head)) !== head.headHash) return 'headForged';
  if (head.headHash !== receipt.headHash) return 'otherHead';
  for (const part of receipt.parts)
    if ('text' in part && (await partHash(part)) !== part.hash) return 'textForged';
  const leaf = await sha256([0], ...receipt.parts.map(({ hash }) => bytes(hash)));
  if (hex(leaf) !== receipt.leafHash) return 'textForged';
  const count = head.lastSequence - head.firstSequence + 1;
  const root = await follow(leaf, receipt.leafIndex, count, receipt.path.match(/.{64}/g) ?? []);
  return root === head.merkleRoot ? undefined : 'notIncluded';
}

/** What a holder may read of the transfer; the form of the text is that of the chain. */
export function contentOf(receipt) {
  const fields = receipt.parts[0].text.split('|');
  return {
    sequence: fields[2],
    transferId: fields[3],
    minutes: Number(fields[7]),
    code: fields[10],
    reference: fields[11],
    recordedAt: new Date(Number(fields[17]) / 1000),
  };
}

function hasForm(receipt) {
  const { form, cityCode, day, parts, leafHash, leafIndex, path, headHash } = receipt ?? {};
  return (
    form === 1 &&
    Number.isInteger(cityCode) &&
    /^\d{4}-\d\d-\d\d$/.test(day) &&
    Array.isArray(parts) &&
    parts.length === 3 &&
    parts.every((part) => hashForm.test(part?.hash)) &&
    parts.every((part) => !('text' in part) || (typeof part.text === 'string' && hashForm.test(part.salt))) &&
    typeof parts[0].text === 'string' &&
    Number.isSafeInteger(leafIndex) &&
    leafIndex >= 0 &&
    [leafHash, headHash].every((hash) => hashForm.test(hash)) &&
    /^([0-9a-f]{64}){0,40}$/.test(path)
  );
}

async function headHash(head) {
  const { cityCode, day, firstSequence, lastSequence, merkleRoot, chainSeal, previousHash } = head;
  const fields = ['head', 1, cityCode, day, firstSequence, lastSequence, merkleRoot, chainSeal, previousHash];
  return hex(await sha256(text.encode(fields.join('|'))));
}

async function partHash(part) {
  return hex(await sha256([2], bytes(part.salt), text.encode(part.text)));
}

/** RFC 9162, 2.1.3.2. */
async function follow(leaf, index, count, path) {
  if (index >= count) return undefined;
  let place = index;
  let last = count - 1;
  let hash = leaf;
  const half = (number) => Math.floor(number / 2);
  for (const sibling of path.map(bytes)) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      hash = await sha256([1], sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = await sha256([1], hash, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hex(hash) : undefined;
}

async function sha256(...parts) {
  return new Uint8Array(
    await crypto.subtle.digest('SHA-256', new Uint8Array(parts.flatMap((part) => [...part]))),
  );
}

function bytes(hash) {
  return hash.match(/../g).map((pair) => parseInt(pair, 16));
}

function hex(hash) {
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
