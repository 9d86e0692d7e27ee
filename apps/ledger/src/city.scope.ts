import { type Actor, DomainError } from '#contracts';
import { scopeOf } from '#platform';
import { contains, regionOf } from '#regions';

/**
 * Credits belong to a city as a whole: only who is responsible for all of it changes its accounts and rules.
 * @throws DomainError `access.foreignRegion`
 */
export function assertWholeCity(actor: Actor, cityCode: number): void {
  const scope = scopeOf(actor);
  const isInScope = actor.role === 'system' || (scope && contains(scope, regionOf(cityCode * 1e8)));
  if (!isInScope) throw new DomainError('access.foreignRegion');
}
