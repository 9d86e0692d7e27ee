import { rideMinutes, reasonsOf, type Errand } from '../core/feed';
import { clockTime, day, daysAhead } from '../core/time';
import { type Tell, useWords, type Word } from '../core/words';
import { Tag } from '../kit/pieces';
import { Box } from '../platform/elements';

/** `480 m`, `1.2 km` */
export function distance(tell: Tell, metres: number): string {
  return metres < 1000 ? tell('metres', { metres }) : tell('kilometres', { km: (metres / 1000).toFixed(1) });
}

/** `今天 14:00–16:00` */
export function windowOf(
  tell: Tell,
  { windowStart, windowEnd }: Pick<Errand, 'windowStart' | 'windowEnd'>,
): string {
  const ahead = daysAhead(windowStart, Date.now());
  const when = ahead === 0 ? tell('today') : ahead === 1 ? tell('tomorrow') : day(windowStart);
  return `${when} ${clockTime(windowStart)}–${clockTime(windowEnd)}`;
}

/** What an errand is, in three lines: what, how far and how long, why it was suggested. */
export function ErrandLines({ errand }: { errand: Errand }) {
  const tell = useWords();
  const { type, summary, distanceMetres, expectedMinutes, requirements, purchaseCeilingFen, slots } = errand;
  const reasons = reasonsOf(errand);
  return (
    <>
      <Box className="row between">
        <Box as="h2" className="large grow">
          {tell(`type.${type}`)}
        </Box>
        <Tag tone="plain">{windowOf(tell, errand)}</Tag>
      </Box>
      <Box as="p">{summary}</Box>
      <Box as="p" className="soft">
        {distanceMetres !== undefined &&
          `${distance(tell, distanceMetres)} · ${tell('ride', { minutes: rideMinutes(distanceMetres) })} · `}
        {tell('serves', { minutes: expectedMinutes })}
        {slots > 1 && ` · ${tell('wanted', { count: slots - errand.slotsTaken })}`}
      </Box>
      {(reasons.length > 0 || requirements.length > 0 || purchaseCeilingFen !== undefined) && (
        <Box className="row wrap">
          {reasons.map((reason) => (
            <Tag key={reason}>{tell(`reason.${reason}`)}</Tag>
          ))}
          {purchaseCeilingFen !== undefined && (
            <Tag tone="warm">{tell('purchase', { yuan: purchaseCeilingFen / 100 })}</Tag>
          )}
          {requirements.map((requirement) => (
            <Tag key={requirement} tone="warm">
              {tell(`requirement.${requirement}` as Word)}
            </Tag>
          ))}
        </Box>
      )}
    </>
  );
}
