import { type Class, DomainError, type Field, type FieldFault, fieldsOf, type Wording } from '#contracts';
import { deterministicId, newId, validateInput } from '#platform';
import type { FastifyRequest } from 'fastify';
import { expectation, fieldAt, missing, tooDeep, unknown } from './explain.js';
import { languageOf } from './language.js';

/** Deeper than any contract; what is deeper could exhaust the stack of whoever walks it. */
const deepest = 5;
/** Enough to mend a request by; a hostile one must not make us write an essay. */
const mostFaults = 30;
const longestEcho = 60;

/** A field with what is wrong with it; undefined where its schema says so. */
type Fault = [field: string, rule: Wording | undefined];

interface IdRule {
  creates?: boolean;
  ownId?: boolean;
}

/** Merges path, query and body of a request into the input of a contract, and checks it. */
export class InputReader {
  private readonly fields = new Map<string, Field>();
  /** Fields that stand in the body of a POST or the query of a GET. */
  readonly ownFields: Field[];

  constructor(
    private readonly type: Class,
    private readonly method: 'GET' | 'POST',
    readonly pathFields: readonly string[],
    readonly idRule: IdRule,
  ) {
    for (const field of fieldsOf(type)) this.fields.set(field.name, field);
    for (const name of pathFields) this.field(name);
    this.ownFields = [...this.fields.values()].filter(({ name }) => !pathFields.includes(name));
  }

  field(name: string): Field {
    const field = this.fields.get(name);
    if (!field) throw new Error(`${this.type.name} has no field ${name}`);
    return field;
  }

  /** @throws DomainError `request.invalid`, with every faulty field explained in the caller's language */
  read(request: FastifyRequest): object {
    const faults: Fault[] = [];
    const input: Record<string, unknown> = {};
    const query = request.query as Record<string, unknown>;
    if (this.method === 'GET') this.takeQuery(query, input, faults);
    else {
      for (const name of Object.keys(query)) faults.push([name, unknown]);
      this.takeBody(request.body ?? {}, input, faults);
      if (this.idRule.creates) input['id'] ??= idFor(request, this.idRule);
    }
    const params = request.params as Record<string, unknown>;
    for (const name of this.pathFields) input[name] = fromText(this.field(name), params[name]);
    try {
      const checked = validateInput(this.type, input);
      if (faults.length === 0) return checked;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      for (const { field } of error.data['fields'] as FieldFault[])
        if (!faults.some(([known]) => known === field)) faults.push([field, undefined]);
    }
    throw new DomainError('request.invalid', { fields: this.explain(faults, input, request) });
  }

  private takeBody(body: unknown, input: Record<string, unknown>, faults: Fault[]): void {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      faults.push(['', expectation({ type: 'object' })]);
      return;
    }
    for (const [name, value] of Object.entries(body)) {
      if (!this.fields.has(name) || this.pathFields.includes(name)) faults.push([name, unknown]);
      else if (isTooDeep(value, deepest)) faults.push([name, tooDeep]);
      else input[name] = value;
    }
  }

  /** Query values are text: numbers are read as such, `point[longitude]` is a field of an object. */
  private takeQuery(query: Record<string, unknown>, input: Record<string, unknown>, faults: Fault[]): void {
    for (const [name, value] of Object.entries(query)) {
      const [, outer = name, inner] = /^(\w+)\[(\w+)\]$/.exec(name) ?? [];
      const path = inner === undefined ? outer : `${outer}.${inner}`;
      const field = this.pathFields.includes(outer) ? undefined : fieldAt(this.type, path);
      if (!field) faults.push([name, unknown]);
      else if (inner === undefined) input[outer] = fromText(field, value);
      else input[outer] = { ...(input[outer] as object | undefined), [inner]: fromText(field, value) };
    }
  }

  private explain(faults: Fault[], input: Record<string, unknown>, request: FastifyRequest): FieldFault[] {
    const language = languageOf(request.headers['accept-language']);
    return faults.slice(0, mostFaults).map(([path, rule]) => {
      const field = rule ? undefined : fieldAt(this.type, path);
      const wording = rule ?? (field ? expectation(field.schema) : unknown);
      const isMissing = field && valueAt(input, path) === undefined;
      const rules = isMissing ? [missing[language], wording[language]] : [wording[language]];
      return { field: path.slice(0, longestEcho), rules };
    });
  }
}

/**
 * The id of what is about to be created, when the client leaves it to us: the same for a retry with the
 * same `Idempotency-Key`.
 */
function idFor(request: FastifyRequest, rule: IdRule): string {
  const { actor, key } = request.call;
  if (rule.ownId && (actor.role === 'volunteer' || actor.role === 'resident')) return actor.id;
  return key === undefined ? newId() : deterministicId(actor.id, key);
}

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

function fromText({ schema }: Field, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (schema.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  const isNumber = (schema.type === 'integer' || schema.type === 'number') && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : value;
}

function valueAt(input: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
      input,
    );
}
