import { HubProcess } from '../kit/process.js';
import { TcpProxy } from '../kit/proxy.js';
import type { Random } from '../kit/random.js';

/** A hub process, and the proxy through which clients reach it. */
interface Node {
  readonly hub: HubProcess;
  readonly proxy: TcpProxy;
}

/** Hub processes on one database, each behind a proxy, which are killed and replaced. */
export class Cluster {
  readonly #nodes: Node[] = [];
  readonly #all: HubProcess[] = [];
  #nextNode = 0;

  private constructor(
    private readonly env: Record<string, string>,
    private readonly random: Random,
  ) {}

  static async start(env: Record<string, string>, count: number, random: Random): Promise<Cluster> {
    const cluster = new Cluster(env, random);
    for (let number = 0; number < count; number++) await cluster.#add(number);
    return cluster;
  }

  /** The URL of one of the processes, in turn; it may be a killed one. */
  get url(): string {
    return (this.#nodes[this.#nextNode++ % this.#nodes.length] as Node).proxy.url;
  }

  /** The output of all processes, including killed ones. */
  get output(): string[] {
    return this.#all.flatMap(({ output }) => output);
  }

  /** Kills one of the processes, in turn. `replaced` resolves when its replacement is ready. */
  async kill(number: number): Promise<{ replaced: Promise<void> }> {
    const index = number % this.#nodes.length;
    const { hub, proxy } = this.#nodes[index] as Node;
    await hub.kill();
    return { replaced: this.#add(index).then(() => proxy.close()) };
  }

  /** Cuts about one in `n` connections of a process; returns the number of cut connections. */
  cut(oneIn: number): number {
    const { proxy } = this.#nodes[this.random.below(this.#nodes.length)] as Node;
    let cuts = 0;
    proxy.reset(() => {
      const chosen = this.random.below(oneIn) === 0;
      if (chosen) cuts += 1;
      return chosen;
    });
    return cuts;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#nodes.map(({ hub }) => hub.stop()));
    await Promise.all(this.#nodes.map(({ proxy }) => proxy.close()));
  }

  async #add(index: number): Promise<void> {
    const hub = await HubProcess.start(this.env);
    this.#all.push(hub);
    this.#nodes[index] = { hub, proxy: await TcpProxy.open(hub.url) };
  }
}
