import { describe, expect, it } from '@jest/globals';
import { launchOptions } from './options.js';

describe('launchOptions', () => {
  it('runs everything in one process on port 3000 of this machine only, unless told otherwise', () => {
    expect(launchOptions([], {})).toEqual({
      isSplit: false,
      isReset: false,
      isConfirmed: false,
      host: '127.0.0.1',
      port: 3000,
    });
  });

  it('takes flags from the command line and addresses from the environment', () => {
    const options = launchOptions(['--split', '--reset', '--yes'], { PORT: '4000', HOST: '0.0.0.0' });
    expect(options).toEqual({ isSplit: true, isReset: true, isConfirmed: true, host: '0.0.0.0', port: 4000 });
  });

  it.each([
    [['--spilt'], {}, '--spilt'],
    [['extra'], {}, 'extra'],
    [[], { PORT: '70000' }, 'PORT=70000'],
    [[], { PORT: 'web' }, 'PORT=web'],
  ])('refuses %j with %j by a message that names the fault', (args, env, named) => {
    expect(() => launchOptions(args, env)).toThrow(named);
  });
});
