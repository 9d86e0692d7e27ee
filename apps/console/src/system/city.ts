import { useSession } from '../session';
import { useRegion } from '../volunteers/places';

/** The first four digits of the own city; a municipality is a province of a single city. */
export function useCityCode(): number | undefined {
  const own = useRegion(useSession()?.region ?? '').data;
  const [only, ...others] = own?.children ?? [];
  if (own?.level === 'province')
    return only && others.length === 0 ? Number(only.code.slice(0, 4)) : undefined;
  return own && Number(own.code.slice(0, 4));
}
