import { dataFolder } from '#local';
import { readCodeFrom } from './phones.js';
import { StoryError } from './check.js';
import { playStory } from './story.js';

const url = process.env['SHUNLU_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

function narrate(zh: string, en: string, milliseconds?: number): void {
  const time = milliseconds === undefined ? '' : `${Math.round(milliseconds)} ms`;
  process.stdout.write(`${time.padStart(9)}  ${zh}\n           ${en}\n`);
}

try {
  const reachable = await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!reachable)
    throw new StoryError(
      `${url} 没有应答。请先运行 npm start。\n${url} does not answer. Run npm start first.`,
    );
  await playStory({ url, readCode: readCodeFrom(dataFolder()) }, narrate);
  process.stdout.write('\n故事讲完，账目相符。 The story is told, and the totals add up.\n');
} catch (error) {
  process.stderr.write(`\n${error instanceof StoryError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
}
