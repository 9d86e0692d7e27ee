import { runProcess } from '#platform';
import { startSuite } from './suite.js';

await runProcess(async () => {
  const suite = await startSuite(process.env);
  return () => suite.stop();
});
