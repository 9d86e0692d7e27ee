import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  departure,
  type RegisterVolunteerInput,
  standing,
  systemActor,
  volunteers,
} from '#contracts';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { person, refusal, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers (twice), stations, and tasks, which is asked for errands that are held.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
let house: TestHouse;

beforeAll(async () => {
  const others = await Promise.all((['stations', 'tasks'] as const).map(serviceDefinition));
  house = await startHouse([...others, volunteersService, volunteersService], { clock });
});
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const desk = by({ id: newId(), role: 'station', region: '120116' });
const system = by(systemActor('tasks'));
const register = (input: RegisterVolunteerInput) => house.call(volunteers.register, input, desk);
const code = async (asking: Promise<unknown>) => (await refusal(asking)).code;
const passport = (idNumber: string, fields: Partial<RegisterVolunteerInput> = {}) =>
  person({ documentType: 'passport', idNumber, birthDay: '1990-05-06', ...fields });

describe('a volunteer without a resident identity card', () => {
  it('is registered with another document, masked everywhere, sealed at rest, of age by the day entered', async () => {
    const input = passport('e76543210');
    const view = await register(input);
    expect(view).toMatchObject({ documentType: 'passport', idNumber: 'E******10' });
    expect(await register(input)).toEqual(view);
    await house.call(volunteers.verify, { id: input.id, decision: 'verified' }, desk);
    expect(await house.call(standing.ofVolunteer, { id: input.id }, system)).toMatchObject({ ageYears: 35 });
    const [row] = await house.sql('select v::text as kept from volunteers.volunteer v where id = $1', [
      input.id,
    ]);
    const kept = String(row?.['kept']).toUpperCase();
    for (const plain of ['E76543210', '1990-05-06']) expect(kept).not.toContain(plain);
    await house.call(departure.leave, { confirm: 'leave' }, by({ id: input.id, role: 'volunteer' }));
    expect(
      await house.sql('select birth_day_sealed, identity_digest from volunteers.volunteer where id = $1', [
        input.id,
      ]),
    ).toEqual([{ birth_day_sealed: null, identity_digest: null }]);
  });

  it('is one person once, by the number for a lifetime, two desks at the same moment too', async () => {
    const permit = (idNumber: string) =>
      person({ documentType: 'hongKongMacaoPermit', idNumber, birthDay: '1990-05-06' });
    const asked = [permit('H87654321'), permit('H8765432101'), permit('h8765432102')].map((input) =>
      house.ask(volunteers.register, input, desk.actor),
    );
    const answers = await Promise.all(asked);
    const codes = answers.map((answer) => ('code' in answer ? answer.code : 'in')).sort();
    expect(codes).toEqual(['in', 'volunteer.exists', 'volunteer.exists']);
    // The same characters on another document are somebody else's.
    await register(person({ documentType: 'taiwanPermit', idNumber: '87654321', birthDay: '1990-05-06' }));
    await register(passport('87654321'));
  });

  it('is refused with the reason, and nothing is kept', async () => {
    const count = () => house.sql('select count(*)::int as n from volunteers.identity_owner');
    const before = await count();
    const faults: [Partial<RegisterVolunteerInput>, string][] = [
      [{ birthDay: undefined }, 'volunteer.birthDayInvalid'],
      [{ birthDay: '2026-03-03' }, 'volunteer.birthDayInvalid'],
      [{ idNumber: 'ABCDEFGHI' }, 'volunteer.documentInvalid'],
      [{ documentType: 'taiwanPermit' }, 'volunteer.documentInvalid'],
      [{ documentType: undefined }, 'volunteer.idNumberInvalid'],
      [{ birthDay: '2010-01-01' }, 'volunteer.guardianRequired'],
      [{ birthDay: '2020-01-01', guardianName: '示例母' }, 'volunteer.tooYoung'],
      [{ idNumber: 'E1234-678' }, 'request.invalid'],
    ];
    for (const [fields, expected] of faults)
      expect([fields, await code(register(passport('E55555555', fields)))]).toEqual([fields, expected]);
    expect(await count()).toEqual(before);
  });

  it('keeps the day of birth with every document but the card, whoever writes', async () => {
    const write = (type: string, sealed: string) =>
      house.sql(
        `update volunteers.volunteer set document_type = '${type}', birth_day_sealed = ${sealed}
         where id = (select id from volunteers.volunteer where left_at is null limit 1)`,
      );
    await expect(write('passport', 'null')).rejects.toThrow('volunteer_birth_day');
    await expect(write('residentId', `'x'`)).rejects.toThrow('volunteer_birth_day');
  });
});
