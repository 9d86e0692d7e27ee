import { ledgerTool } from '../../ledger/src/definition.js';

// `npm run ledger`: see docs/guides/auditor.md.
process.exitCode = await ledgerTool(process.argv.slice(2), process.env, {
  result: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
});
