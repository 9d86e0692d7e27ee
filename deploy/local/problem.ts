/**
 * A fault the person at the keyboard can mend: said in Chinese and English, each with its remedy.
 * The launcher prints its message without a stack.
 */
export function problem(chinese: string, english: string): Error {
  const error = new Error(`${chinese}\n${english}`);
  error.name = 'Problem';
  return error;
}
