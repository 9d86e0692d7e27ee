import { type Class, type Field, fieldsOf, type FieldSchema } from '#contracts';

type Test = (value: unknown) => boolean;

interface Checks {
  tests: Map<string, Test>;
  required: string[];
}

const checksByClass = new Map<Class, Checks>();
const lowerCaseUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
// Of these no two make one character, which class-validator would count as one.
const beyondPlainText = /[^ -~·\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/;

/**
 * Whether an input is as plainly right as most are: known fields of plain types within their bounds. False
 * says nothing yet: whatever is unusual is left to class-validator, which takes some 6 µs where this takes
 * a tenth, and says what is wrong. A test holds that whatever fits here passes there unchanged.
 */
export function fitsPlainly(type: Class, plain: object): boolean {
  let checks = checksByClass.get(type);
  if (!checks) checksByClass.set(type, (checks = checksOf(type)));
  const values = plain as Record<string, unknown>;
  for (const name of checks.required) if (!Object.hasOwn(plain, name)) return false;
  for (const name of Object.keys(plain)) if (!checks.tests.get(name)?.(values[name])) return false;
  return true;
}

function checksOf(type: Class): Checks {
  const fields = fieldsOf(type);
  return {
    tests: new Map(fields.map((field) => [field.name, testOf(field)])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
  };
}

function testOf({ schema }: Field): Test {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  switch (schema.type) {
    case 'integer':
      return (value) => Number.isInteger(value) && minimum <= Number(value) && Number(value) <= maximum;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'string':
      return textTest(schema);
    case 'array':
      return listTest(schema);
    default:
      return () => false;
  }
}

function textTest({ enum: words, format, pattern, minLength = 0, maxLength = Infinity }: FieldSchema): Test {
  if (words) return (value) => typeof value === 'string' && words.includes(value);
  if (format === 'uuid') return (value) => typeof value === 'string' && lowerCaseUuid.test(value);
  if (format) return () => false;
  const form = pattern === undefined ? undefined : new RegExp(pattern);
  return (value) =>
    typeof value === 'string' &&
    minLength <= value.length &&
    value.length <= maxLength &&
    !beyondPlainText.test(value) &&
    (form?.test(value) ?? true);
}

/** Lists of objects are left open: their items become instances. */
function listTest({ items, minItems = 0, maxItems = Infinity }: FieldSchema): Test {
  if (!items?.enum) return () => false;
  const isWord = textTest(items);
  return (value) =>
    Array.isArray(value) && minItems <= value.length && value.length <= maxItems && value.every(isWord);
}
