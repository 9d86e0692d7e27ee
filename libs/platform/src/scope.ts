import { type Actor, DomainError, isStaff, regionFieldsOf, type RpcContract } from '#contracts';
import { contains, levels, parseRegion, type RegionRange } from '#regions';

/** The range an actor's role holds in; `undefined` for volunteers, residents and services, whom other rules bind. */
export function scopeOf(actor: Actor): RegionRange | undefined {
  return actor.region === undefined ? undefined : parseRegion(actor.region);
}

/** Whether the actor may see what lies in a community (12-digit code). Deny by default: staff without a region see nothing. */
export function sees(actor: Actor, communityCode: number): boolean {
  if (actor.role === 'system') return true;
  const scope = scopeOf(actor);
  return scope !== undefined && scope.code <= communityCode && communityCode <= scope.last;
}

/**
 * The range a list covers: the region asked for, which must lie inside the actor's own, or the actor's own.
 * @throws DomainError `access.foreignRegion`
 */
export function listScope(actor: Actor, asked: string | undefined): RegionRange {
  const own = scopeOf(actor);
  const wanted = asked === undefined ? own : parseRegion(asked);
  if (!wanted) throw new DomainError('access.foreignRegion');
  if (actor.role !== 'system' && (!own || !contains(own, wanted)))
    throw new DomainError('access.foreignRegion');
  return wanted;
}

/** For what is of whole cities or of the installation: the actor's own range. @throws DomainError `access.foreignRegion` */
export function wholeCities(actor: Actor): RegionRange {
  const own = scopeOf(actor);
  if (!own || levels.indexOf(own.level) > levels.indexOf('city'))
    throw new DomainError('access.foreignRegion');
  return own;
}

const regionFields = new WeakMap<RpcContract<object, object>, string[]>();

/**
 * Holds staff to the reach of a contract before its handler runs: every region the input names must lie inside the
 * actor's own, and who has none can name none. What ids stand for only the handler can know.
 * @throws DomainError `access.foreignRegion`
 */
export function keepWithinReach(contract: RpcContract<object, object>, actor: Actor, input: object): void {
  if (contract.reach !== 'region' || !isStaff(actor.role)) return;
  const own = scopeOf(actor);
  let names = regionFields.get(contract);
  if (!names) regionFields.set(contract, (names = regionFieldsOf(contract.input)));
  for (const name of names) {
    const region = (input as Record<string, unknown>)[name];
    if (typeof region === 'string' && !(own && contains(own, parseRegion(region))))
      throw new DomainError('access.foreignRegion');
  }
}
