import type { Schemas } from '#api-client';

type Metrics = Schemas['Metrics'];

/** Who is active depends on who served before; everything else is what the story did. */
export function withoutActive(metrics: Metrics): Partial<Metrics> {
  return Object.fromEntries(Object.entries(metrics).filter(([name]) => !name.startsWith('volunteersActive')));
}

/** What totals are after the story: two needs, each claimed, served and credited once, and nothing else. */
export function movedBy(before: Metrics, proven: number, attested: number): Partial<Metrics> {
  const moved: Partial<Metrics> = {
    needsSubmitted: 2,
    needsVerified: 2,
    needsForwarded: 2,
    needsAccepted: 2,
    needsPosted: 2,
    needsFulfilled: 2,
    needsClosed: 2,
    errandsOpened: 2,
    errandsClaimed: 2,
    errandsCheckedIn: 2,
    errandsFinished: 2,
    servicesConfirmed: 2,
    deviceVerifiedMinutes: proven,
    attestedMinutes: attested,
    homeServicesConfirmed: 2,
    homeDeviceVerifiedMinutes: proven,
    homeAttestedMinutes: attested,
    creditsIssuedMinutes: proven + attested,
  };
  const names = Object.keys(withoutActive(before)) as (keyof Metrics)[];
  return Object.fromEntries(names.map((name) => [name, before[name] + (moved[name] ?? 0)]));
}
