import type { Poster } from '#contracts';
import { type Call, sees } from '#platform';
import type { NeedEntity, ResidentEntity } from './need.entity.js';

/** On whose side the caller stands who posts. */
export function posterOf({ actor }: Call, resident: ResidentEntity): Poster {
  if (actor.role !== 'resident' && actor.role !== 'volunteer') return actor.role as Poster;
  return actor.id === resident.id ? 'resident' : 'family';
}

/** Somebody on the own phone, whom no region binds. */
export function isPerson({ actor }: Call): boolean {
  return actor.role === 'resident' || actor.role === 'volunteer';
}

/** Acts for another, as a relative. */
export function isRelative(call: Call, resident: ResidentEntity): boolean {
  return isPerson(call) && call.actor.id !== resident.id;
}

/** The resident, the relative who posted it, and staff of the place. */
export function maySee(call: Call, need: NeedEntity): boolean {
  return isPerson(call)
    ? call.actor.id === need.residentId || call.actor.id === need.familyId
    : sees(call.actor, need.communityCode);
}
