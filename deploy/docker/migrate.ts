import { suitePart, type Migration } from '../local/suite-part.js';

/** Program of the one-shot migrate container: the environment names the owner roles and the provisioner. */
const { migrate } = await suitePart<Migration>('migrate');
await migrate(process.env);
