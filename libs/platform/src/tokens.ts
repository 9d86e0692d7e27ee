/** What Nest injects by name: `@Inject(tokens.config) config: Config<'common' | 'tasks'>`. */
export const tokens = {
  config: Symbol('config'),
  log: Symbol('log'),
} as const;
