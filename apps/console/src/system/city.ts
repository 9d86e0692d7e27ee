import { useSession } from '../session';
import { cityOf, useRegion } from '../volunteers/places';

/** The first four digits of the own city; none of a province of several. */
export function useCityCode(): number | undefined {
  const own = useRegion(useSession()?.region ?? '').data;
  const city = own?.level === 'province' ? cityOf(own) : own?.code;
  return city === undefined ? undefined : Number(city.slice(0, 4));
}
