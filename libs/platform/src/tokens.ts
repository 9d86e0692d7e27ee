/** What Nest injects by name: `@Inject(tokens.config) config: Config<'common' | 'tasks'>`. */
export const tokens = {
  config: Symbol('config'),
  log: Symbol('log'),
  /** The connection to NATS itself, for what is neither a request nor an event. */
  nats: Symbol('nats'),
} as const;
