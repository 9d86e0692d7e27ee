/** Longer than any line of ours; what is longer is cut one character later, so that it is not held. */
export const longestLine = 2_000;

/** Lines of UTF-8 text, one at a time; what is not UTF-8 becomes U+FFFD. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, longestLine + 1);
    for (const line of lines) yield lineOf(line);
  }
  rest += decoder.decode();
  if (rest !== '') yield lineOf(rest);
}

function lineOf(text: string): string {
  return text.slice(0, longestLine + 1).replace(/\r$/, '');
}
