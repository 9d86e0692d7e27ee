import { authorization, natsUsers, passwordVariable } from './permissions.js';

/** The configuration of the official NATS image in compose and Kubernetes: the same users as the local one. */
export function composeConfiguration(): string {
  return `# Generated from libs/contracts/src/services.ts: change that, then run
#   npm run build && node dist/deploy/nats/write-conf.js
# Passwords come from the environment and begin with a letter: NATS takes "12e5" for a number.
server_name: shunlu
port: 4222
http_port: 8222
max_payload: 8MB
jetstream { store_dir: /data }
${authorization(natsUsers, (user) => `$${passwordVariable(user)}`)}`;
}
