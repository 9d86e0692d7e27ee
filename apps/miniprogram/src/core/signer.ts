import nacl from 'tweetnacl';
import { device } from '../platform/this-device';
import type { Step } from './actions';
import type { Schemas } from './client';
import { base64url, fromBase64url } from './ids';
import { keep, recall } from './keeping';
import { ask, ownId } from './session';

/** A key of this phone for one person; the private part never leaves it. */
interface DeviceKey {
  id: string;
  seed: string;
  isRegistered: boolean;
}

const keyOf = (person: string) => `shunlu.device.${person}`;

/** Makes and registers the key that signs steps taken without a network. Again is harmless. */
export async function prepareSigning(newId: () => string): Promise<void> {
  const name = keyOf(ownId());
  const known = recall<DeviceKey>(name) ?? {
    id: newId(),
    seed: base64url(await device.random(32)),
    isRegistered: false,
  };
  if (known.isRegistered) return;
  keep(name, known);
  const { publicKey } = nacl.sign.keyPair.fromSeed(fromBase64url(known.seed));
  await ask((api) =>
    api.post('/api/v1/devices', { body: { id: known.id, publicKey: base64url(publicKey) } }),
  );
  keep(name, { ...known, isRegistered: true });
}

type OfflineRecord = { deviceId: string; signature: string } & Omit<Step, 'kind' | 'title'> & {
    step: Schemas['OfflineReceipt']['step'];
  };

/** The step as a signed record; undefined before this phone has a registered key. */
export function signedRecord(step: Step): OfflineRecord | undefined {
  const key = recall<DeviceKey>(keyOf(ownId()));
  if (!key?.isRegistered) return undefined;
  const { id, errandId, kind, at, code, doorCode, place } = step;
  const where = place ? [place.point.longitude, place.point.latitude, place.accuracyMetres].join(',') : '';
  const text = ['shunlu.offline.v1', id, key.id, errandId, kind, at, code ?? '', doorCode ?? '', where].join(
    '\n',
  );
  const { secretKey } = nacl.sign.keyPair.fromSeed(fromBase64url(key.seed));
  const signature = base64url(nacl.sign.detached(utf8(text), secretKey));
  return { id, deviceId: key.id, errandId, step: kind, at, code, doorCode, place, signature };
}

/** Mini-programs have no `TextEncoder`. */
function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let i = 0; i < escaped.length; i += 1) {
    if (escaped[i] !== '%') bytes.push(escaped.charCodeAt(i));
    else {
      bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    }
  }
  return new Uint8Array(bytes);
}
