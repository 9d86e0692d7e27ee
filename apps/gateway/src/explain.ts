import { type Class, type Field, fieldsOf, type FieldSchema, type Wording } from '#contracts';

/** What a field must be like, in words made from the same schema that checks it. */
export function expectation(schema: FieldSchema): Wording {
  const { zh, en } = kindOf(schema);
  return schema.nullable ? say(`${zh}，或 null（未知）`, `${en}, or null where unknown`) : { zh, en };
}

function kindOf(schema: FieldSchema): Wording {
  switch (schema.type) {
    case 'integer':
      return say(
        `须为 ${schema.minimum} 至 ${schema.maximum} 的整数`,
        `must be a whole number from ${schema.minimum} to ${schema.maximum}`,
      );
    case 'number':
      return say(
        `须为 ${schema.minimum} 至 ${schema.maximum} 的数`,
        `must be a number from ${schema.minimum} to ${schema.maximum}`,
      );
    case 'boolean':
      return say('须为 true 或 false', 'must be true or false');
    case 'array':
      return schema.minItems
        ? say(
            `须为 ${schema.minItems} 至 ${schema.maxItems} 项的列表`,
            `must be a list of ${schema.minItems} to ${schema.maxItems}`,
          )
        : say(`须为最多 ${schema.maxItems} 项的列表`, `must be a list of at most ${schema.maxItems}`);
    case 'object':
      return say('须为对象', 'must be an object');
    default:
      return textExpectation(schema);
  }
}

function textExpectation(schema: FieldSchema): Wording {
  if (schema.enum)
    return say(`须为其中之一：${schema.enum.join('、')}`, `must be one of ${schema.enum.join(', ')}`);
  if (schema.format === 'uuid') return say('须为 UUID', 'must be a UUID');
  if (schema.format === 'date') return say('须为日期，例如 2026-03-02', 'must be a day such as 2026-03-02');
  if (schema.format === 'date-time')
    return say(
      '须为带时区的时间，例如 2026-03-02T09:30:00+08:00',
      'must be an instant with its offset such as 2026-03-02T09:30:00+08:00',
    );
  if (schema.maxLength === undefined)
    return say(`须为${schema.form?.zh ?? '文本'}`, `must be ${schema.form?.en ?? 'text'}`);
  const { minLength, maxLength } = schema;
  const size =
    minLength === maxLength
      ? say(`须为 ${maxLength} 个字符`, `must be ${maxLength} characters`)
      : say(`须为 ${minLength} 至 ${maxLength} 个字符`, `must be ${minLength} to ${maxLength} characters`);
  const { form } = schema;
  return form ? say(`${size.zh}，${form.zh}`, `${size.en}, ${form.en}`) : size;
}

function say(zh: string, en: string): Wording {
  return { zh, en };
}

export const missing = say('必填', 'is required');
export const unknown = say('没有这个字段', 'is not a known field');
export const tooDeep = say('嵌套过深', 'is nested too deeply');

/** The field at a path such as `point.longitude` or `skills.0`, if there is one. */
export function fieldAt(type: Class, path: string): Field | undefined {
  let fields = fieldsOf(type);
  let found: Field | undefined;
  for (const part of path.split('.')) {
    const schema: FieldSchema | undefined = found?.schema.items ?? found?.schema;
    if (found?.schema.items && /^\d+$/.test(part)) {
      found = { name: part, required: true, schema: found.schema.items };
    } else {
      if (schema?.ref) fields = fieldsOf(schema.ref());
      else if (schema) return undefined;
      found = fields.find(({ name }) => name === part);
    }
    if (!found) return undefined;
  }
  return found;
}
