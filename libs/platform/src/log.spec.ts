import { describe, expect, it } from '@jest/globals';
import { createLog, describeError, nestLogger } from './log.js';

/** A log whose lines stay here. */
function listen(level = 'trace') {
  const lines: string[] = [];
  const log = createLog('tasks', level, { write: (line) => void lines.push(line) });
  return { log, lines, said: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

const secrets = {
  name: '张小三',
  displayName: '欧阳小三',
  phone: '13800001234',
  phoneNumber: '13800005678',
  door: '1 号楼 301',
  idNumber: '120107195603021234',
  code: '482913',
  serviceCode: '7319',
  password: 'sesame',
  token: 'eyJhbGciOi.1',
  accessToken: 'eyJhbGciOi.2',
  refreshToken: 'eyJhbGciOi.3',
  authorization: 'Bearer eyJhbGciOi.4',
  Authorization: 'Bearer eyJhbGciOi.5',
  wechatAppSecret: 'wx-sesame',
  cookie: 'sid=6',
  input: { anything: '乙爷爷' },
  body: '丙奶奶',
};
const values = Object.values(secrets).map((value) => (typeof value === 'string' ? value : value.anything));

describe('the log', () => {
  it('shows nothing personal or secret at any depth, and everything else', () => {
    const { log, lines, said } = listen();
    for (let depth = 0, fields: object = secrets; depth < 12; depth++) {
      log.info({ traceId: 'abc', status: 409, errorCode: 'errand.lost', nested: fields }, 'kept');
      expect(said()).toMatchObject({
        service: 'tasks',
        traceId: 'abc',
        status: 409,
        errorCode: 'errand.lost',
      });
      fields = depth % 2 === 0 ? { inner: fields } : { list: [1, fields] };
    }
    log.warn(secrets, 'at the top');
    log.child({ traceId: 'abc' }).error(secrets, 'of a child');
    const all = lines.join('');
    for (const value of values) expect(all).not.toContain(value);
    expect(lines).toHaveLength(14);
    expect(said()).toMatchObject({ msg: 'of a child', traceId: 'abc', phone: '[redacted]' });
  });

  it('ends at objects that hold themselves', () => {
    const { log, said } = listen();
    const circle: Record<string, unknown> = { id: 1 };
    circle['self'] = circle;
    log.info({ circle }, 'still here');
    expect(said()).toMatchObject({ msg: 'still here', circle: { id: 1 } });
  });

  it('says nothing below its level', () => {
    const { log, lines } = listen('warn');
    log.info({ a: 1 }, 'x');
    expect(lines).toEqual([]);
  });
});

/** An error as the driver makes it. */
function fromPostgres(code: string, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { severity: 'ERROR', code, ...more });
}

describe('errors in the log', () => {
  const phone = '13800001234';
  it.each([
    [
      'a key that exists',
      fromPostgres('23505', `duplicate key`, { constraint: 'c', detail: `(phone)=(${phone})` }),
    ],
    [
      'a check',
      fromPostgres('23514', `new row violates c`, { constraint: 'c', detail: `contains (${phone})` }),
    ],
    ['a missing value', fromPostgres('23502', 'null value', { detail: `Failing row contains (${phone})` })],
    ['text that is no number', fromPostgres('22P02', `invalid input syntax for type integer: "${phone}"`)],
    ['a number out of range', fromPostgres('22003', `value "${phone}" is out of range for type integer`)],
    ['a day that is none', fromPostgres('22008', `date/time field value out of range: "${phone}"`)],
    [
      'parameters of a statement',
      Object.assign(new Error('x'), { parameters: [phone], query: `'${phone}'` }),
    ],
    ['text that is no JSON', parseFailure(`{"phone":"${phone}"`)],
    ['text that begins badly', parseFailure(phone.replace('1', 'x'))],
    ['a message of several lines', fromPostgres('22P02', `invalid input:\n"${phone}"\nat ${phone}`)],
    ['a cause', new Error('failed', { cause: fromPostgres('22P02', phone) })],
    ['text that was thrown', phone],
  ])('never show the value of %s', (_, error) => {
    const { log, lines } = listen();
    log.error({ err: error instanceof Error ? error : describeError(error) }, 'failed');
    log.error({ err: describeError(error), nested: { error: describeError(error) } }, 'failed');
    if (error instanceof Error) {
      log.error(error);
      log.error({ err: error });
      log.warn({ nested: { error } }, 'failed');
      nestLogger(log).error(error, 'Context');
    }
    expect(lines.join('')).not.toContain(phone.slice(1));
  });

  it('keep what helps: kind, code, constraint, place', () => {
    const { log, said } = listen();
    const violation = fromPostgres('23505', 'duplicate key', {
      constraint: 'resident_identity',
      table: 'resident',
    });
    log.error({ err: violation }, 'failed');
    expect(said()['err']).toMatchObject({
      type: 'Error',
      message: 'violates resident_identity',
      errorCode: '23505',
      table: 'resident',
      stack: expect.stringContaining('log.spec'),
    });
    expect(describeError(fromPostgres('42P01', 'relation "x" does not exist'))).toMatchObject({
      message: 'relation "x" does not exist',
    });
    expect(describeError(new TypeError('x is not a function'))).toMatchObject({
      type: 'TypeError',
      message: 'x is not a function',
    });
  });
});

function parseFailure(text: string): Error {
  try {
    JSON.parse(text);
  } catch (error) {
    return error as Error;
  }
  throw new Error('that was JSON');
}
