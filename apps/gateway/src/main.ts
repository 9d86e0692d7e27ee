import { runProcess } from '#platform';
import { startGateway } from './definition.js';

await runProcess(async () => {
  const gateway = await startGateway(process.env);
  return gateway.stop;
});
