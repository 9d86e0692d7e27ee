import type { Point } from '#contracts';

const meanEarthRadiusMetres = 6_371_008.8;

/** Great-circle distance by the haversine formula, whole metres. */
export function distanceMetres(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const latitude = (b.latitude - a.latitude) * radians;
  const longitude = (b.longitude - a.longitude) * radians;
  const h =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(longitude / 2) ** 2;
  return Math.round(2 * meanEarthRadiusMetres * Math.asin(Math.sqrt(h)));
}
