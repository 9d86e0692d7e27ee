import { describe, expect, it } from '@jest/globals';
import { serviceNames } from '#contracts';
import { allVariables, ConfigError, readConfig, type SettingGroup, settings } from './config.js';

const secretUrl = 'nats://tasks:sesame@127.0.0.1:4222';
const common = { TASKS_NATS_URL: secretUrl };

/** What is wrong, one entry a fault. */
function faultsOf(groups: readonly SettingGroup[], env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig('tasks', groups, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('takes defaults, trims, and reads what is given', () => {
    const env = { TASKS_NATS_URL: ` ${secretUrl} `, LOG_LEVEL: ' warn ', SHUTDOWN_MS: '100', PORT: '' };
    expect(readConfig('tasks', ['common', 'gateway'], { ...env, TOKEN_KEY_FILE: 'key.json' })).toMatchObject({
      natsUrl: secretUrl,
      logLevel: 'warn',
      shutdownMs: 100,
      healthPort: 0,
      port: 3000,
      corsOrigins: [],
    });
  });

  it('lists all faults together, each with its variable and what it is for', () => {
    const env = { LOG_LEVEL: 'loud', SHUTDOWN_MS: '99', TASKS_POOL_SIZE: 'many', TASKS_DATABASE_URL: '' };
    const faults = faultsOf(['common', 'database', 'seal'], env);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'TASKS_NATS_URL',
      'LOG_LEVEL',
      'SHUTDOWN_MS',
      'TASKS_DATABASE_URL',
      'TASKS_POOL_SIZE',
      'SEAL_KEY_FILE',
    ]);
    for (const fault of faults) expect(fault).toMatch(/ — \p{Script=Han}.* \/ \w/u);
    expect(new ConfigError(faults).message.split('\n')).toHaveLength(faults.length + 1);
  });

  it.each(['1e3', '-1', '1.5', '0x10', '１２', '99', '60001', '99999999999999999999', 'NaN'])(
    'refuses %p as a whole number of milliseconds between 100 and 60000',
    (value) => expect(faultsOf(['common'], { ...common, SHUTDOWN_MS: value })).toHaveLength(1),
  );

  it.each(['not an address', '127.0.0.1:4222', '//127.0.0.1'])('refuses %p as an address', (value) => {
    const [fault] = faultsOf(['common'], { TASKS_NATS_URL: value });
    expect(fault).toContain('TASKS_NATS_URL');
  });

  it('never shows a secret, and shows the value of anything else', () => {
    const secrets = Object.values(settings).flatMap((group) =>
      Object.values(group).filter((setting) => 'secret' in setting),
    );
    expect(secrets.length).toBeGreaterThan(4);
    const groups = Object.keys(settings) as SettingGroup[];
    const values = Object.fromEntries(allVariables().map((variable) => [variable, 'sesame ::']));
    const told = faultsOf(groups, values).join('\n');
    for (const { variable } of secrets)
      for (const line of told.split('\n').filter((text) => text.startsWith(variable)))
        expect(line).not.toContain('sesame');
    expect(told).toContain('LOG_LEVEL: 须为 / must be one of trace');
    expect(told).toContain('(sesame ::)');
    expect(told).toMatch(/TASKS_NATS_URL: (?!.*sesame)/);
  });

  it('gives an object that nobody can change, nor through it the defaults', () => {
    const env = { ...common, TOKEN_KEY_FILE: 'key.json', TRUSTED_PROXIES: '10.0.0.1, ,10.0.0.2' };
    const config = readConfig('tasks', ['common', 'gateway'], env);
    expect(config.trustedProxies).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
    for (const list of [config.corsOrigins, config.trustedProxies])
      expect(() => (list as string[]).push('https://evil.example')).toThrow(TypeError);
  });

  it('knows each variable once for every service it belongs to', () => {
    const variables = allVariables();
    expect(new Set(variables).size).toBe(variables.length);
    for (const name of serviceNames) expect(variables).toContain(`${name.toUpperCase()}_NATS_URL`);
    expect(variables.some((variable) => variable.includes('<'))).toBe(false);
  });
});
