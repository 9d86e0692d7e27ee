import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ServiceName } from '#contracts';
import { projectRoot } from '#local';

/** The suite, or one service, as it is deployed: in a process of its own that can be killed. */
export class ServiceProcess {
  private child: ChildProcess | undefined;

  /**
   * @param env all settings; the suite's PORT is fixed, so that clients find it again
   * @param hear is given what it prints; without, its output is that of the test
   */
  constructor(
    private readonly name: ServiceName | 'suite',
    private readonly env: NodeJS.ProcessEnv,
    private readonly hear?: (printed: string) => void,
  ) {}

  /** Resolves when it answers. @throws Error it ended before */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(projectRoot, `dist/apps/${this.name}/src/main.js`)], {
      env: { ...process.env, ...this.env },
      stdio: this.hear ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    for (const output of [child.stdout, child.stderr])
      output?.setEncoding('utf8').on('data', this.hear ?? (() => undefined));
    this.child = child;
    const died = once(child, 'exit').then(() => Promise.reject(new Error(`${this.name} did not start`)));
    await Promise.race([once(child, 'message'), died]);
    died.catch(() => undefined);
  }

  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** SIGTERM: what is under way is finished. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}
