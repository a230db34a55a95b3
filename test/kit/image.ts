import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, join, posix, relative, sep } from 'node:path';
import * as dockerfile from './dockerfile.js';
import { run } from './run.js';

/** The properties of an image with which a hub is run from it. */
export interface Image {
  /** Its working directory, as a path on this machine. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** The user that its command runs as. */
  readonly user: string;
  /** The ports that it exposes. */
  readonly ports: readonly string[];
  readonly command: dockerfile.Command | undefined;
  readonly healthcheck: dockerfile.Command | undefined;
}

/** A build stage while its instructions are executed; the last stage is the image. */
class Stage implements Image {
  readonly env: Record<string, string>;
  readonly ports: string[] = [];
  user = 'root';
  command: dockerfile.Command | undefined;
  healthcheck: dockerfile.Command | undefined;
  #workdir = '/';

  /** @param root the folder that represents `/` */
  constructor(
    base: string,
    private readonly root: string,
  ) {
    this.env = { PATH: pathOf(base) };
  }

  get folder(): string {
    return this.hostPath('.');
  }

  /** The path on this machine of a path in the stage. */
  hostPath(path: string): string {
    return join(this.root, posix.resolve(this.#workdir, path));
  }

  async setWorkdir(path: string): Promise<void> {
    this.#workdir = posix.resolve(this.#workdir, path);
    await mkdir(this.folder, { recursive: true });
  }
}

/** PATH for a stage: this machine's Node first, and no programs of the project's packages. */
function pathOf(base: string): string {
  const [, major] = /^node:(\d+)\b/.exec(base) ?? [];
  if (major !== process.versions.node.split('.')[0]) {
    throw new Error(`the image starts from ${base}, and this test runs on Node ${process.versions.node}`);
  }
  const otherFolders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((it) => !it.includes('node_modules'));
  return [dirname(process.execPath), ...otherFolders].join(delimiter);
}

/** The build context: a folder without the paths in `.dockerignore`. */
class Context {
  private constructor(
    readonly folder: string,
    private readonly ignored: readonly string[],
  ) {}

  static async of(folder: string): Promise<Context> {
    return new Context(
      folder,
      dockerfile.parseIgnored(await readFile(join(folder, '.dockerignore'), 'utf8')),
    );
  }

  includes(path: string): boolean {
    const name = relative(this.folder, path).split(sep).join('/');
    return !this.ignored.some((it) => name === it || name.startsWith(`${it}/`));
  }
}

async function copy(stage: Stage, text: string, context: Context, stages: Map<string, Stage>): Promise<void> {
  const { from, paths, to } = dockerfile.parseCopy(text);
  const sourceStage = from ? stages.get(from) : undefined;
  if (from && !sourceStage) throw new Error(`COPY ${text}: there is no such stage`);
  for (const path of paths) {
    const source = sourceStage?.hostPath(path) ?? join(context.folder, path);
    const intoFolder = /(?:^|\/)\.?$/.test(to) && !(await stat(source)).isDirectory();
    await cp(source, stage.hostPath(intoFolder ? join(to, basename(path)) : to), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => sourceStage !== undefined || context.includes(file),
    });
  }
}

/** Environment variables that npm may need to reach its registry, such as proxies and certificates. */
const networkVariable =
  /^(?:(?:https?_|all_|no_)?proxy|node_extra_ca_certs|ssl_cert_file|npm_config_registry)$/i;

async function execute({ env, folder }: Stage, text: string): Promise<void> {
  const networkSettings = Object.entries(process.env).filter(([name]) => networkVariable.test(name));
  const processEnv = { ...(Object.fromEntries(networkSettings) as Record<string, string>), ...env };
  const { code, stdout, stderr } = await run(processEnv, ['/bin/sh', '-c', text], folder).ended;
  if (code !== 0) throw new Error(`RUN ${text} ended with ${code}:\n${stdout}${stderr}`);
}

/** The implementation of each instruction except FROM. */
const instructions: Record<
  string,
  (stage: Stage, text: string, context: Context, stages: Map<string, Stage>) => unknown
> = {
  WORKDIR: (stage, text) => stage.setWorkdir(text),
  COPY: copy,
  RUN: execute,
  ENV: (stage, text) => Object.assign(stage.env, dockerfile.parseEnv(text)),
  USER: (stage, text) => {
    stage.user = text;
  },
  EXPOSE: (stage, text) => stage.ports.push(text),
  HEALTHCHECK: (stage, text) => {
    stage.healthcheck = dockerfile.parseHealthcheck(text);
  },
  CMD: (stage, text) => {
    stage.command = dockerfile.parseCommand('CMD', text);
  },
};

/**
 * Executes a Dockerfile without Docker. Each stage gets an empty folder for `/`, and this machine's programs replace
 * those of the base image.
 * @param folder the build context, with `.dockerignore`
 * @param into an empty folder
 * @param file the Dockerfile, in the build context
 * @throws Error when a command fails, or an instruction is not supported here
 */
export async function buildImage(folder: string, into: string, file = 'Dockerfile'): Promise<Image> {
  const context = await Context.of(folder);
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const { name, text } of dockerfile.parse(await readFile(join(folder, file), 'utf8'))) {
    if (name === 'FROM') {
      const from = dockerfile.parseFrom(text);
      stage = new Stage(from.base, join(into, `stage-${stages.size}`));
      stages.set(from.stage ?? String(stages.size), stage);
      continue;
    }
    const implementation = instructions[name];
    if (!stage || !implementation)
      throw new Error(`${name} ${text}: test/kit/image.ts does not support this instruction yet`);
    await implementation(stage, text, context, stages);
  }
  if (!stage) throw new Error('the Dockerfile has no stage');
  return stage;
}
