import { describe, expect, it } from '@jest/globals';
import type { Point } from '#contracts';
import { cellOf, cellsAround } from '../../../apps/tasks/src/grid.js';
import { type Scenario, scenarios, usualAssumptions } from './assumptions.js';
import type { Places } from './map.js';
import { simulate } from './simulate.js';
import { strategies } from './strategies.js';

/** Looks at everything there is, always, and never takes away who can be asked no more. */
class PlainList<T> implements Places<T> {
  private things: { place: Point; thing: T }[] = [];

  constructor(private readonly takesAway: boolean) {}

  add(place: Point, thing: T): void {
    this.things.push({ place, thing });
  }

  remove(_: Point, gone: T): void {
    if (this.takesAway) this.things = this.things.filter(({ thing }) => thing !== gone);
  }

  clear(): void {
    this.things = [];
  }

  nearest(...[, radiusMetres, most, metresTo, fits, indexOf]: Parameters<Places<T>['nearest']>): T[] {
    return this.things
      .map(({ thing }) => ({ thing, metres: metresTo(thing) }))
      .filter(({ thing, metres }) => metres <= radiusMetres && fits(thing))
      .sort((a, b) => a.metres - b.metres || indexOf(a.thing) - indexOf(b.thing))
      .slice(0, most)
      .map(({ thing }) => thing);
  }

  around(place: Point, radiusMetres: number): T[] {
    return cellsAround(place, radiusMetres).flatMap((cell) =>
      this.things.filter((each) => cellOf(each.place) === cell).map(({ thing }) => thing),
    );
  }
}

/** As dense as the city: a kilometre holds more couriers than are read at once. */
const dense: Scenario = {
  ...scenarios.subdistrict,
  name: '密集 dense',
  couriers: 150,
  needsPerDay: 300,
  squareKilometres: 4,
};

describe('the simulation', () => {
  it.each(
    strategies.flatMap((strategy) =>
      [scenarios.subdistrict, dense].map(
        (scenario) => [strategy.name, scenario.name, strategy, scenario] as const,
      ),
    ),
  )('of %s in %s is the same whether it looks places up or looks at all', (_, __, strategy, scenario) => {
    const plain = { onDuty: new PlainList<never>(false), open: new PlainList<never>(true) };
    const quick = simulate(scenario, strategy, usualAssumptions, 3);
    expect(simulate(scenario, strategy, usualAssumptions, 3, plain)).toEqual(quick);
    expect(quick.claims).toBeGreaterThan(20);
  });

  it('is another one with another seed, and the same again with the same', () => {
    const [strategy] = strategies;
    if (!strategy) throw new Error('no strategy');
    const play = (seed: number) => simulate(scenarios.subdistrict, strategy, usualAssumptions, seed);
    expect(play(7)).toEqual(play(7));
    expect(play(8)).not.toEqual(play(7));
  });
});
