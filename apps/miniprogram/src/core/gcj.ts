/** Degrees. */
interface Point {
  longitude: number;
  latitude: number;
}

const semiMajorMetres = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;
const { PI, sin, cos, sqrt, abs } = Math;

function bend(x: number, y: number): [longitude: number, latitude: number] {
  const shared = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const latitude =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    shared +
    ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
    ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;
  const longitude =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    shared +
    ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
    ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;
  return [longitude, latitude];
}

/**
 * What browsers tell is WGS-84; Chinese maps, WeChat and the API speak GCJ-02, some 500 m apart. Outside
 * China the two are the same.
 */
export function toGcj02({ longitude, latitude }: Point): Point {
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271)
    return { longitude, latitude };
  const [bentLongitude, bentLatitude] = bend(longitude - 105, latitude - 35);
  const radians = (latitude / 180) * PI;
  const magic = 1 - eccentricitySquared * sin(radians) ** 2;
  const north =
    (bentLatitude * 180) / (((semiMajorMetres * (1 - eccentricitySquared)) / (magic * sqrt(magic))) * PI);
  const east = (bentLongitude * 180) / ((semiMajorMetres / sqrt(magic)) * cos(radians) * PI);
  return { longitude: longitude + east, latitude: latitude + north };
}
