import type { Schemas } from '../api';

type Cell = Schemas['MapCell'];
type Point = Cell['point'];

/** The grid of the suite, in degrees: `apps/tasks/src/grid.ts` says why. */
const cellLatitude = 0.0045;
const cellLongitude = 0.0055;
/** Wider than any subdistrict: a place told wrongly shall not shrink all others to dots. */
const mostAcross = 60;

export interface PlacedCell {
  cell: Cell;
  /** As on a street map: a letter for the column from the west, a number for the row from the north. */
  name: string;
  x: number;
  y: number;
}
export interface PlacedSite {
  id: string;
  name: string;
  onDuty: number;
  x: number;
  y: number;
}
export interface Axis {
  text: string;
  /** The middle of its column or row. */
  at: number;
}

/** What is drawn, in metres and thereabouts from the corner in the northwest. */
export interface MapDrawing {
  width: number;
  height: number;
  cellWidth: number;
  cellHeight: number;
  columns: readonly Axis[];
  rows: readonly Axis[];
  cells: readonly PlacedCell[];
  sites: readonly PlacedSite[];
}

interface Site {
  id: string;
  name: string;
  point?: Point;
  onDuty: number;
}

const columnOf = ({ longitude }: Point) => Math.floor(longitude / cellLongitude);
const rowOf = ({ latitude }: Point) => Math.floor(latitude / cellLatitude);

/** Cells and sites laid flat on their grid, with a column and a row to spare around them. */
export function drawingOf(cells: readonly Cell[], sites: readonly Site[]): MapDrawing {
  const places = [...cells.map(({ point }) => point), ...sites.flatMap(({ point }) => point ?? [])];
  const [west, east] = around(places.map(columnOf));
  const [south, north] = around(places.map(rowOf));
  const middle = ((south + north + 1) / 2) * cellLatitude;
  const cellHeight = 500;
  const cellWidth =
    ((cellHeight * cellLongitude) / cellLatitude) *
    Math.round(Math.cos((middle * Math.PI) / 180) * 1e3) *
    1e-3;
  const isInside = (point: Point) =>
    columnOf(point) >= west && columnOf(point) <= east && rowOf(point) >= south && rowOf(point) <= north;
  const flat = (point: Point) => ({
    x: Math.round((point.longitude / cellLongitude - west) * cellWidth),
    y: Math.round((north + 1 - point.latitude / cellLatitude) * cellHeight),
  });
  const [across, down] = [east - west + 1, north - south + 1];
  return {
    width: Math.round(across * cellWidth),
    height: down * cellHeight,
    cellWidth: Math.round(cellWidth),
    cellHeight,
    columns: axis(across, letters, cellWidth),
    rows: axis(down, (index) => String(index + 1), cellHeight),
    cells: cells
      .filter(({ point }) => isInside(point))
      .map((cell) => ({
        cell,
        name: letters(columnOf(cell.point) - west) + String(north - rowOf(cell.point) + 1),
        ...flat(cell.point),
      })),
    sites: sites.flatMap(({ id, name, onDuty, point }) =>
      point && isInside(point) ? [{ id, name, onDuty, ...flat(point) }] : [],
    ),
  };
}

/** The least and the most with one to spare, and no more than {@link mostAcross} around what lies in the middle. */
function around(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const near = sorted.filter((value) => Math.abs(value - middle) < mostAcross / 2);
  return [(near[0] ?? 0) - 1, (near.at(-1) ?? 0) + 1];
}

function axis(count: number, name: (index: number) => string, size: number): Axis[] {
  return Array.from({ length: count }, (_, index) => ({
    text: name(index),
    at: Math.round((index + 0.5) * size),
  }));
}

/** A, B … Z, AA, AB … */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
