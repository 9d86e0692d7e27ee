import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface FigureBox {
  name: string;
  /** Undefined: not told, for the reason in `words`. */
  value: string | undefined;
  words?: string;
  /** Where it comes from. */
  to?: string;
  /** What it is made of. */
  made?: ReactNode;
}

/** Figures large enough to be read across a room; words in the place of one are not. */
export function FigureBoxes({ figures }: { figures: readonly FigureBox[] }) {
  return (
    <dl className="figures">
      {figures.map(({ name, value, words, to, made }) => (
        <div key={name}>
          <dt>{name}</dt>
          {value === undefined ? (
            <dd className="words">{words}</dd>
          ) : (
            <dd>{to ? <Link to={to}>{value}</Link> : value}</dd>
          )}
          {made !== undefined && <dd className="made">{made}</dd>}
        </div>
      ))}
    </dl>
  );
}
