import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Policy } from '#contracts';
import { projectRoot, validateInput } from '#platform';
import { silentPolicy, Timeline } from './policy.js';
import { presets } from './presets.js';

const guide = readFileSync(join(projectRoot, 'docs/guides/policies.md'), 'utf8');

describe.each(presets)('the preset $id', ({ id, policy, source, name, note }) => {
  it('has its source in the guide', () => {
    expect(guide).toContain(`| \`${id}\` | ${source} |`);
  });

  it('says every key of a policy, within its bounds, and where it was read', () => {
    expect(Object.keys(policy)).toEqual(Object.keys(silentPolicy));
    expect(validateInput(Policy, structuredClone(policy))).toEqual(policy);
    expect([source, name.zh, name.en, note.zh, note.en].every((text) => text.length > 1)).toBe(true);
  });
});

it('refuses a policy with a key left out, an unknown one, or null where something must be said', () => {
  const { dailyCap: _, ...short } = silentPolicy;
  for (const wrong of [short, { ...silentPolicy, daylyCap: 60 }, { ...silentPolicy, earnMode: null }])
    expect(() => validateInput(Policy, wrong)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
});

describe('a timeline', () => {
  const versions = ['2026-03-02', '2026-07-01'].map((effectiveFrom, index) => ({
    ...{ version: index + 2, effectiveFrom, effectiveUntil: null, policy: silentPolicy },
  }));
  const table: [day: string, version: number][] = [
    ['2026-03-01', 1],
    ['2026-03-02', 2],
    ['2026-06-30', 2],
    ['2026-07-01', 3],
    ['2099-01-01', 3],
  ];
  it.each(table)('on %s is at version %i', (day, version) => {
    expect(new Timeline(versions).on(day).version).toBe(version);
  });
});
