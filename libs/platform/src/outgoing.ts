import { lookup } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where somebody else may have us send something: the public internet, or anywhere. */
export type Targets = 'public' | 'any';
export type Sent = { status: number } | { fault: 'unresolved' | 'refused' | 'unreachable' | 'timeout' };

interface Address {
  address: string;
  family: number;
}

/** IANA special-purpose registries: what no stranger's server can be behind. */
const special = new BlockList();
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
])
  addTo(special, range, 'ipv4');
// Documentation, and the two that carry an IPv4 address inside: Teredo, 6to4.
for (const range of ['2001::/32', '2001:db8::/32', '2002::/16', '3fff::/20']) addTo(special, range, 'ipv6');
/** Global unicast; loopback, unique local, link-local, mapped and translated addresses lie outside. */
const globalUnicast = new BlockList();
addTo(globalUnicast, '2000::/3', 'ipv6');

function addTo(list: BlockList, range: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', bits] = range.split('/');
  list.addSubnet(network, Number(bits), family);
}

/** Whether an IP address is one of the public internet; anything else than an address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default:
      return false;
  }
}

/** The address as it can be sent to, or undefined of one that never may. */
export function targetOf(text: string, targets: Targets): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isAllowed = url.protocol === 'https:' || (targets === 'any' && url.protocol === 'http:');
  return isAllowed && url.username === '' && url.password === '' && url.hostname !== '' ? url : undefined;
}

/**
 * Sends JSON to an address that somebody else chose. The name is resolved once, now: where it leads anywhere inside,
 * nothing is sent, and the connection goes to what was checked, not to what the name says a moment later. Redirects
 * are answers, not followed; of the answer only the status is read.
 */
export async function postOutside(
  target: URL,
  body: string,
  headers: Record<string, string>,
  targets: Targets,
  patienceMs: number,
): Promise<Sent> {
  const addresses = await resolve(target.hostname);
  if (addresses.length === 0) return { fault: 'unresolved' };
  if (!mayReach(addresses, targets)) return { fault: 'refused' };
  return send(target, body, headers, addresses, patienceMs);
}

/** Whether an address leads inside as things are; a name nobody knows yet does not. */
export async function leadsInside(target: URL, targets: Targets): Promise<boolean> {
  return !mayReach(await resolve(target.hostname), targets);
}

function mayReach(addresses: readonly Address[], targets: Targets): boolean {
  return targets === 'any' || addresses.every(({ address }) => isPublicAddress(address));
}

/** Nothing where the name is unknown. */
async function resolve(hostname: string): Promise<Address[]> {
  return lookup(hostname.replace(/^\[(.*)\]$/, '$1'), { all: true }).catch(() => []);
}

function send(
  target: URL,
  body: string,
  headers: Record<string, string>,
  addresses: Address[],
  patienceMs: number,
): Promise<Sent> {
  const checked: LookupFunction = (_name, options, done) => {
    if (options.all) done(null, addresses);
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
  };
  const request = target.protocol === 'https:' ? requestSecure : requestPlain;
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise((done) => {
    const sent = request(target, {
      method: 'POST',
      agent: false,
      lookup: checked,
      signal,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    sent.on('response', (response) => {
      response.destroy();
      done({ status: response.statusCode ?? 0 });
    });
    sent.on('error', () => done({ fault: signal.aborted ? 'timeout' : 'unreachable' }));
    sent.end(body);
  });
}
