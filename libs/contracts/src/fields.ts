import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Wording } from './error.entry.js';
import { type Form, forms } from './forms.js';

/** A constructor of `T`; contracts name classes so that one definition validates, types and documents. */
export type Class<T extends object = object> = new () => T;

/** JSON Schema (draft 2020-12, as OpenAPI 3.1 embeds it) of one field. `ref` points at another contract class. */
export interface FieldSchema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  format?: string;
  pattern?: string;
  /** The pattern in words. */
  form?: Wording;
  enum?: readonly string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  description?: string;
  items?: FieldSchema;
  ref?: () => Class;
  /** Null is a value: said to be unknown, unlike an absent field. */
  nullable?: true;
}

export interface Field {
  name: string;
  required: boolean;
  schema: FieldSchema;
}

interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
}

const fieldsByClass = new Map<object, Field[]>();

/** Every field of a contract class in order of declaration, those of its ancestors first. */
export function fieldsOf(type: Class): Field[] {
  const parent: unknown = Object.getPrototypeOf(type);
  const inherited =
    typeof parent === 'function' && parent !== Function.prototype ? fieldsOf(parent as Class) : [];
  const own = fieldsByClass.get(type) ?? [];
  return [...inherited.filter((field) => !own.some(({ name }) => name === field.name)), ...own];
}

function field(
  schema: FieldSchema,
  options: FieldOptions,
  validators: PropertyDecorator[],
): PropertyDecorator {
  return (target, key) => {
    const fields = fieldsByClass.get(target.constructor) ?? [];
    fields.push({
      name: String(key),
      required: !options.optional,
      schema: {
        ...schema,
        ...(options.description && { description: options.description }),
        ...(options.nullable && { nullable: true }),
      },
    });
    fieldsByClass.set(target.constructor, fields);
    for (const validator of validators) validator(target, key);
    // Not IsOptional, which lets null pass for absent: nobody expects it behind the edge.
    if (options.optional) ValidateIf((_, value) => value !== undefined)(target, key);
    if (options.nullable) ValidateIf((_, value) => value !== null)(target, key);
  };
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
const storable = /^[^\0\p{Surrogate}]*$/u;

/** Unicode text of `min` (default 1) to `max` UTF-16 units. */
export function Text(options: FieldOptions & { max: number; min?: number; form?: Form }): PropertyDecorator {
  const { max, min = 1, form } = options;
  const schema: FieldSchema = { type: 'string', minLength: min, maxLength: max };
  const validators: PropertyDecorator[] = [IsString(), MinLength(min), MaxLength(max), Matches(storable)];
  if (form) {
    schema.pattern = form.pattern.source;
    schema.form = form;
    validators.push(Matches(form.pattern));
  }
  return field(schema, options, validators);
}

/**
 * A UUID made by the caller; new ones are version 7 so that they append on the right of an index. Taken in
 * either case and kept in lower case, as PostgreSQL gives it back.
 */
export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  const lowerCase = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  );
  return field({ type: 'string', format: 'uuid' }, options, [IsUUID(), lowerCase]);
}

/** A whole number; minutes, counts and codes are never floats. */
export function Integer(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  return field({ type: 'integer', minimum: min, maximum: max }, options, [IsInt(), Min(min), Max(max)]);
}

/** A measured quantity such as a coordinate in degrees; never hours or money. */
export function Decimal(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  return field({ type: 'number', minimum: min, maximum: max }, options, [
    IsNumber({ allowNaN: false, allowInfinity: false }),
    Min(min),
    Max(max),
  ]);
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field({ type: 'boolean' }, options, [IsBoolean()]);
}

/** One of a closed set of words. */
export function Choice(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field({ type: 'string', enum: values }, options, [IsIn([...values])]);
}

/** An instant with its offset, RFC 3339, for example `2026-03-02T09:30:00+08:00`. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  const offset = /(Z|[+-]\d\d:\d\d)$/;
  return field({ type: 'string', format: 'date-time' }, options, [
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(offset),
    MaxLength(40),
  ]);
}

/** A calendar day in Asia/Shanghai, `2026-03-02`. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field({ type: 'string', format: 'date' }, options, [
    IsISO8601({ strict: true }),
    Matches(/^\d{4}-\d\d-\d\d$/),
  ]);
}

/** An administrative division: 2, 4, 6, 9 or 12 digits, read as a range of 12-digit codes. */
export function Region(options: FieldOptions = {}): PropertyDecorator {
  const form = forms.region;
  return field({ type: 'string', pattern: form.pattern.source, form }, options, [Matches(form.pattern)]);
}

/** Names of the fields that say a division. */
export function regionFieldsOf(type: Class): string[] {
  return fieldsOf(type)
    .filter(({ schema }) => schema.form === forms.region)
    .map(({ name }) => name);
}

/** An object of another class; `ValidateNested` alone lets an absent one and an empty list pass. */
export function Nested(type: () => Class, options: FieldOptions = {}): PropertyDecorator {
  return field({ type: 'object', ref: type }, options, [IsObject(), ValidateNested(), Type(type)]);
}

export function ListOf(
  type: () => Class,
  options: FieldOptions & { max: number; min?: number },
): PropertyDecorator {
  const { min = 0, max } = options;
  return field(
    { type: 'array', minItems: min, maxItems: max, items: { type: 'object', ref: type } },
    options,
    [
      IsArray(),
      ArrayMinSize(min),
      ArrayMaxSize(max),
      IsObject({ each: true }),
      ValidateNested({ each: true }),
      Type(type),
    ],
  );
}

/** A set of words out of a closed set. */
export function Choices(
  values: readonly string[],
  options: FieldOptions & { max: number },
): PropertyDecorator {
  return field({ type: 'array', maxItems: options.max, items: { type: 'string', enum: values } }, options, [
    IsArray(),
    ArrayMaxSize(options.max),
    IsIn([...values], { each: true }),
  ]);
}
