import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { controlledByParent } from '../kit/process.js';

const main = fileURLToPath(new URL('../../examples/partner-subgraph/src/main.ts', import.meta.url));

/** The example of a partner's system, in a process of its own. */
export class ExampleProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /**
   * @param keys the address of the keys by which it checks the tokens of the gateway
   * @param settings further environment variables
   */
  static async start(
    issuer: string,
    keys: string,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ExampleProcess> {
    const child = spawn(process.execPath, ['--import', controlledByParent, main], {
      env: { PORT: '0', GATEWAY_ISSUER: issuer, GATEWAY_JWKS_URL: keys, ...settings },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [, found] = /ready at (\S+)$/.exec(line) ?? [];
        if (found) resolve(found);
      });
      child.once('exit', (code) => reject(new Error(`the example ended with ${code}`)));
    });
    return new ExampleProcess(child, url);
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.stdin?.end();
    await gone;
  }
}
