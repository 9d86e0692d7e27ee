import { type Overrides, type Probe, type RunningService, startService } from '#platform';
import { type RunningGateway, startGateway } from '../../gateway/src/definition.js';
import { definitions } from './definitions.js';

export interface RunningSuite {
  url: string;
  services: RunningService[];
  gateway: RunningGateway;
  stop(): Promise<void>;
}

/** Starts every service in this process, over a real NATS and real databases, the gateway last. */
export async function startSuite(env: NodeJS.ProcessEnv, overrides: Overrides = {}): Promise<RunningSuite> {
  const services: RunningService[] = [];
  try {
    services.push(
      ...(await Promise.all(definitions.map((definition) => startService(definition, env, overrides)))),
    );
    const probes: Record<string, Probe> = Object.fromEntries(
      services.map(({ name, ready }) => [name, ready]),
    );
    const gateway = await startGateway(env, probes);
    return {
      url: gateway.url,
      services,
      gateway,
      stop: async () => {
        // The door first: what is inside can then finish.
        await gateway.stop();
        await Promise.all(services.map((service) => service.stop()));
      },
    };
  } catch (error) {
    await Promise.all(services.map((service) => service.stop()));
    throw error;
  }
}
