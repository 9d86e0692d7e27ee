import { describe, expect, it } from '@jest/globals';
import { type DomainError, needTypes, type TemplateView } from '#contracts';
import { regionOf } from '#regions';
import { draftOf } from './draft.js';
import { builtInTemplates, narrowestAmong, type PlacedTemplate } from './template.js';

const builtIn = (key: string) => builtInTemplates.find((template) => template.key === key) as TemplateView;
const placed = (code: number, changes: Partial<TemplateView>): PlacedTemplate => ({
  view: { ...builtIn('haircut'), id: `${code}`, ...changes },
  regionCode: regionOf(code).code,
  regionLast: regionOf(code).last,
});

describe('templates that come with Shunlu', () => {
  it('cover every type, under keys and ids of their own', () => {
    expect(needTypes.filter((type) => !builtInTemplates.some((template) => template.type === type))).toEqual(
      [],
    );
    expect(new Set(builtInTemplates.map(({ key }) => key)).size).toBe(builtInTemplates.length);
    expect(new Set(builtInTemplates.map(({ id }) => id)).size).toBe(builtInTemplates.length);
  });
});

describe('narrowestAmong', () => {
  const title = (among: PlacedTemplate[]) => {
    const found = narrowestAmong(among).find(({ key }) => key === 'haircut');
    return found?.isRetired ? 'retired' : found?.title;
  };

  it.each([
    ['nothing made', [], '上门理发'],
    ['a city’s', [placed(120100000000, { title: 'city' })], 'city'],
    [
      'a station’s before its city’s, in any order',
      [placed(120116014000, { title: 'station' }), placed(120100000000, { title: 'city' })],
      'station',
    ],
    [
      'the narrowest, though it is retired',
      [placed(120100000000, { title: 'city' }), placed(120116014000, { isRetired: true })],
      'retired',
    ],
  ])('%s', (_, among, expected) => expect(title(among)).toBe(expected));

  it('adds what is new beside what is known', () => {
    const among = narrowestAmong([placed(120100000000, { key: 'windowCleaning' })]);
    expect(among).toHaveLength(builtInTemplates.length + 1);
  });
});

describe('draftOf', () => {
  const fault = (work: () => unknown) => {
    try {
      return work();
    } catch (error) {
      return (error as DomainError).data;
    }
  };

  it('fills in what is left out, and lets what is told count', () => {
    const filled = draftOf({}, builtIn('hospitalVisit'));
    expect(filled).toMatchObject({ type: 'company', expectedMinutes: 180, slots: 1, escalationMinutes: 120 });
    expect(filled.riskNotice).toContain('120');
    expect(draftOf({ expectedMinutes: 90, slots: 2 }, builtIn('hospitalVisit'))).toMatchObject({
      expectedMinutes: 90,
      slots: 2,
      summary: filled.summary,
    });
  });

  it('never drops what a template demands', () => {
    const { requirements } = draftOf({ requirements: ['driving'] }, builtIn('electricalRepair'));
    expect(requirements).toEqual(['accidentInsurance', 'electricianLicence', 'driving']);
  });

  it('names each field that nobody gives, and a purchase without a ceiling', () => {
    expect(fault(() => draftOf({ type: 'other' }, undefined))).toMatchObject({
      fields: [{ field: 'summary' }, { field: 'expectedMinutes' }],
    });
    expect(fault(() => draftOf({}, builtIn('groceries')))).toMatchObject({
      fields: [{ field: 'purchaseCeilingFen' }],
    });
    expect(draftOf({ purchaseCeilingFen: 5_000 }, builtIn('groceries')).purchaseCeilingFen).toBe(5_000);
  });
});
