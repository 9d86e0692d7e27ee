/** What needs no quotes inside a PostgreSQL array: ids, codes, days. The word NULL would be none of them. */
const bare = /^(?!null$)[\w.:+-]+$/i;

/**
 * An array of plain texts and numbers as PostgreSQL reads it; undefined where an element needs quoting and
 * the driver has to see to it. The driver quotes and escapes every element, which for the ids of a batch
 * costs more than all else it does with them.
 */
export function arrayLiteral(elements: readonly unknown[]): string | undefined {
  for (const element of elements)
    if (typeof element === 'string' ? !bare.test(element) : !Number.isFinite(element)) return undefined;
  return `{${elements.join(',')}}`;
}
