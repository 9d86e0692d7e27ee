import { describe, expect, it } from '@jest/globals';
import {
  ClaimInput,
  type Class,
  type Field,
  fieldsOf,
  PageQuery,
  RegisterVolunteerInput,
  requiredConsents,
  serviceNames,
  services,
} from '#contracts';
import { newId } from './ids.js';
import { fitsPlainly } from './plain.input.js';
import { validateInput, validateThoroughly } from './wire.js';

const inputs: Class[] = [
  ...new Set(serviceNames.flatMap((name) => services[name].answers.map(({ input }) => input))),
];

/** Repeatable chance (mulberry32). */
function dice(state: number): <T>(items: readonly T[]) => T {
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (items) => items[Math.floor(next() * items.length)] as (typeof items)[number];
}

const strangers: unknown[] = [
  ...[null, true, 0, -1, 1.5, Number.NaN, [], {}, [null], [['x']], '', ' ', '甲', '甲乙丙·丁', '（一）、二'],
  ...['a\u0000', '\ud800', '𠮷', '葛\u{e0100}', 'e\u0301', '\u200d', '①\ufe0f'],
];

const plausible = [
  '13800000000',
  '123456',
  '120116014001',
  '12011',
  '2026-03-02T09:30:00+08:00',
  '2026-03-02',
];

/** Values that may fit the field, at its bounds above all. */
function valuesFor({ schema }: Field): unknown[] {
  const { minimum = 0, maximum = 0, minLength = 1, maxLength = 5 } = schema;
  if (schema.enum) return [...schema.enum];
  const words = schema.items?.enum;
  if (words)
    return [[], [words[0]], [...words], [words[0], words[0]], [words[0], 'other'], Array(101).fill(words[0])];
  if (schema.format === 'uuid')
    return [newId(), newId(), newId().toUpperCase(), '00000000-0000-0000-0000-000000000000', `${newId()}\n`];
  if (schema.type === 'integer') return [minimum - 1, minimum, maximum, maximum + 1, minimum + 0.5];
  const lengths = [minLength - 1, minLength, maxLength, maxLength + 1];
  const long = ['x', '甲', '𠮷'].flatMap((one) => lengths.map((length) => one.repeat(Math.max(length, 0))));
  return [...long, ...plausible];
}

function madeUp(type: Class, pick: ReturnType<typeof dice>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    if (!field.required && pick([true, false])) continue;
    plain[field.name] = pick(pick([valuesFor(field), valuesFor(field), valuesFor(field), strangers]));
  }
  if (pick([true, false, false, false])) plain[pick(['other', 'toString', '__proto__'])] = 1;
  return plain;
}

describe('an input that fits plainly', () => {
  it('passes class-validator unchanged, whatever the contract', () => {
    const pick = dice(7);
    const fitting = new Map<string, number>();
    for (const type of inputs) {
      for (let round = 0; round < 400; round++) {
        const plain = madeUp(type, pick);
        if (!fitsPlainly(type, plain)) continue;
        fitting.set(type.name, (fitting.get(type.name) ?? 0) + 1);
        expect(validateInput(type, plain)).toStrictEqual(validateThoroughly(type, plain));
      }
    }
    expect(fitting.get('ClaimInput')).toBeGreaterThan(10);
    expect(fitting.size).toBeGreaterThan(10);
  });

  it.each<[string, Class, object, boolean]>([
    ['a claim', ClaimInput, { id: newId(), errandId: newId() }, true],
    [
      'a registration, in Chinese and with a list of words',
      RegisterVolunteerInput,
      {
        ...{ id: newId(), name: '示小骑', idNumber: '12000019900101001X', phone: '13800000000' },
        ...{ communityCode: '120116014001', consents: [...requiredConsents] },
      },
      true,
    ],
    ['nothing where nothing is required', PageQuery, {}, true],
    ['an id in capitals, to be lowered', ClaimInput, { id: newId().toUpperCase(), errandId: newId() }, false],
    ['a missing field', ClaimInput, { id: newId() }, false],
    ['an unknown field', ClaimInput, { id: newId(), errandId: newId(), other: 1 }, false],
    ['an inherited field', ClaimInput, Object.create({ id: newId(), errandId: newId() }) as object, false],
    ['a number as text', PageQuery, { limit: '5' }, false],
    ['a number out of bounds', PageQuery, { limit: 101 }, false],
    ['Chinese text', PageQuery, { cursor: '甲' }, true],
    ['text of two halves, which needs a closer look', PageQuery, { cursor: '𠮷' }, false],
  ])('%s', (_, type, plain, fits) => expect(fitsPlainly(type, plain)).toBe(fits));
});
