/** JSON Schema as far as our OpenAPI document uses it. */
export interface Schema {
  $ref?: string;
  /** Of something or null. */
  anyOf?: Schema[];
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  'x-roles': string[];
  parameters: Parameter[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, unknown>;
}

export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Repeatable chance (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

const hostileTexts = [
  '',
  ' ',
  'null',
  '\u0000',
  '\ud800',
  '😀'.repeat(40),
  '\u202eevil',
  "'; drop table need; --",
  '%00%2e%2e/',
  '<script>alert(1)</script>',
  'é'.normalize('NFD').repeat(200),
  'x'.repeat(5_000),
  '2026-02-30T25:61:00+08:00',
  '0001-01-01',
  '9999-12-31T23:59:59+14:00',
  '-1',
  '1e309',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF',
  '999999999999',
];

const strangers: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  -0,
  1e308,
  2 ** 53,
  [],
  [[]],
  [null],
  {},
  { $gt: '' },
  { length: 5 },
  ...hostileTexts,
];

const someRegions = ['12', '1201', '120116', '120116014', '120116014000', '120116014001', '999999999999'];

/** Makes values of a schema, good ones and bad ones. */
export class Generator {
  constructor(
    private readonly dice: Dice,
    private readonly schemas: Record<string, Schema>,
    /** Ids of things that exist, so that some requests get past "not found". */
    private readonly knownIds: readonly string[],
    private readonly regions: readonly string[] = someRegions,
    /** Ids that fit fields of these names. */
    private readonly idsByName: Readonly<Record<string, string>> = {},
  ) {}

  /** A value that fits the schema, as far as the schema says. */
  good(schema: Schema, name = ''): unknown {
    const { $ref, anyOf, enum: words, items, type = 'object' } = schema;
    if (anyOf) return this.good(this.dice.pick(anyOf), name);
    if (Array.isArray(type)) return this.good({ ...schema, type: this.dice.pick(type) }, name);
    if (type === 'null') return null;
    if ($ref) return this.good(this.resolve($ref), name);
    if (words) return this.dice.pick(words);
    switch (type) {
      case 'boolean':
        return this.dice.below(2) === 1;
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'array':
        return Array.from({ length: Math.max(schema.minItems ?? 0, this.dice.below(3)) }, () =>
          this.good(items ?? {}, name),
        );
      case 'object':
        return this.object(schema);
      default:
        return this.text(schema, name);
    }
  }

  /** A value that may not fit: another type, beyond a bound, hostile. */
  bad(schema: Schema): unknown {
    if (schema.$ref && this.dice.below(2) === 0) return this.badObject(this.resolve(schema.$ref));
    if (schema.maximum !== undefined && this.dice.below(3) === 0)
      return this.dice.pick([schema.maximum + 1, (schema.minimum ?? 0) - 1, schema.maximum + 0.5]);
    if (schema.maxLength !== undefined && this.dice.below(4) === 0) return 'x'.repeat(schema.maxLength + 1);
    return this.dice.pick(strangers);
  }

  /** An object of which one part at least was tampered with: a field spoilt, lost or added. */
  badObject(schema: Schema): unknown {
    if (this.dice.below(12) === 0) return this.dice.pick(strangers);
    const value = this.object(schema);
    const names = Object.keys(schema.properties ?? {});
    for (let faults = 1 + this.dice.below(3); faults > 0; faults--) {
      const name = names.length > 0 && this.dice.below(5) > 0 ? this.dice.pick(names) : '';
      if (!name) value[this.dice.pick(['other', 'toString', '__proto__', 'constructor', 'id ', ''])] = 1;
      else if (this.dice.below(3) === 0) Reflect.deleteProperty(value, name);
      else value[name] = this.bad(schema.properties?.[name] ?? {});
    }
    return value;
  }

  private object({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties))
      if (required.includes(name) || this.dice.below(2) === 0) value[name] = this.good(schema, name);
    return value;
  }

  private number({ minimum = 0, maximum = 100, type }: Schema): number {
    const value = this.dice.pick([minimum, maximum, minimum + this.dice.next() * (maximum - minimum)]);
    return type === 'integer' ? Math.floor(value) : value;
  }

  private text({ format, pattern, minLength = 1, maxLength = 20 }: Schema, name: string): string {
    if (format === 'uuid') return this.idsByName[name] ?? this.dice.pick(this.knownIds);
    if (format === 'date-time') return this.instant();
    if (format === 'date') return this.instant().slice(0, 10);
    if (/region|community|code$/i.test(name) && pattern?.startsWith('^[1-9]'))
      return this.dice.pick(this.regions);
    if (pattern) return this.fitting(pattern, minLength, maxLength);
    const length = Math.min(minLength + this.dice.below(10), maxLength);
    return Array.from({ length }, () => this.dice.pick([...'甲乙丙x9 -']))
      .join('')
      .slice(0, length);
  }

  private instant(): string {
    const at = Date.UTC(2026, 0, 1) + this.dice.below(400) * 86_400_000 + this.dice.below(86_400) * 1_000;
    return new Date(at).toISOString();
  }

  /** Enough of a pattern for ours: digits, mobile phones, user names, hashes, what stands on a certificate. */
  private fitting(pattern: string, minLength: number, maxLength: number): string {
    const expression = new RegExp(pattern);
    const words = [
      '09:30',
      '1380000',
      '13800000000',
      '123456',
      '12345678',
      '1234',
      '2026-02',
      '12345678',
      'user.name',
      '120116',
      '11010519491231002X',
      'ZM120120260000000017',
      '0123456789AB',
    ];
    words.push('5f'.repeat(32), 'k'.repeat(43), 's'.repeat(86));
    const isFit = (text: string) =>
      text.length >= minLength && text.length <= maxLength && expression.test(text);
    const tries = words.filter(isFit);
    return tries.length > 0 ? this.dice.pick(tries) : 'x'.repeat(Math.min(8, maxLength));
  }

  private resolve(ref: string): Schema {
    const schema = this.schemas[ref.split('/').at(-1) ?? ''];
    if (!schema) throw new Error(`${ref} leads nowhere`);
    return schema;
  }
}
