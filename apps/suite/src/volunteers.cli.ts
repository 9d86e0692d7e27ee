import { rollTool } from '../../volunteers/src/definition.js';

// `npm run volunteers -- import FILE`: see docs/guides/operator.md. The report goes to standard output.
process.exitCode = await rollTool(process.argv.slice(2), process.env, {
  report: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
});
