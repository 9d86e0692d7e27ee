import type { Frame, Spot } from '../core/map';

export interface Pin {
  id: string;
  point: Spot;
  /** What it is, for who cannot see it. */
  label: string;
}

export interface ErrandMapProps {
  frame: Frame;
  /** What the map is of, for who cannot see it. */
  label: string;
  me?: Spot;
  /** The way that was told, if any. */
  way: readonly Spot[];
  /** Pins as they are gathered: each group is one. */
  groups: readonly (readonly Pin[])[];
  chosen: readonly string[];
  /** `{count}` errands, for groups. */
  many: (count: number) => string;
  onChoose: (ids: string[]) => void;
  onTap: (spot: Spot) => void;
}
