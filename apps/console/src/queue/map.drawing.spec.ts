import { expect, it } from '@jest/globals';
import { drawingOf, letters } from './map.drawing';

const cell = (longitude: number, latitude: number, openErrands = 1) => ({
  ...{ point: { longitude, latitude }, openErrands, unclaimedErrands: 0, communities: [] },
});
// Middles of cells: TEDA lies at 117.7, 39.02.
const [longitude, latitude] = [21_400.5 * 0.0055, 8_671.5 * 0.0045];

it('names cells as a street map does, from the northwest, with one to spare', () => {
  const { cells, columns, rows } = drawingOf(
    [cell(longitude, latitude), cell(longitude + 0.011, latitude + 0.0045)],
    [],
  );
  expect(cells.map(({ name }) => name)).toEqual(['B3', 'D2']);
  expect(columns.map(({ text }) => text)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(rows.map(({ text }) => text)).toEqual(['1', '2', '3', '4']);
});

it('lays a cell flat: less wide than high by the cosine of its latitude', () => {
  const { cellWidth, cellHeight, cells, width, height } = drawingOf([cell(longitude, latitude)], []);
  expect([cellWidth, cellHeight]).toEqual([475, 500]);
  expect([width, height]).toEqual([1425, 1500]);
  expect(cells).toMatchObject([{ x: 712, y: 750 }]);
});

it('places sites between cells, leaves out those without a place, and what lies a city away', () => {
  const site = { id: '1', name: '站点', onDuty: 2, point: { longitude, latitude } };
  const far = cell(longitude + 1, latitude);
  const { sites, cells } = drawingOf(
    [cell(longitude, latitude), cell(longitude, latitude + 0.0045), far],
    [site, { id: '2', name: '无', onDuty: 1 }],
  );
  expect(sites).toMatchObject([{ id: '1', onDuty: 2 }]);
  expect(cells).toHaveLength(2);
});

it('goes on after Z', () => {
  expect([0, 25, 26, 51, 52].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});
