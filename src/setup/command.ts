import { type Config, loadConfig } from '../config/index.js';
import { startEmbedded } from '../database/embedded/server.js';
import { migrate } from '../database/migrate.js';
import { entities } from '../features/index.js';
import { type Account, asSetup, makeTown, refusePartners } from './accounts.js';
import { letBackIn } from './administrator.js';
import { check, fromTerminal, interruption, withoutTerminal } from './answers.js';
import { nextSteps } from './next.js';
import { type Answers, help, type Request, requested } from './options.js';
import { questionsOf } from './questions.js';

/** Who runs the command. */
export interface Caller {
  /** Whether the process has a terminal, and somebody there to ask. */
  readonly hasTerminal: boolean;
  /** Tells what is done. */
  say(text: string): void;
}

/**
 * `npm run setup`: makes the town and its first accounts, or gives a partner an administrator again, and says
 * what to do next.
 * @throws StartError in one sentence for the person who runs it
 */
export async function setUp(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  { hasTerminal, say }: Caller,
): Promise<void> {
  const request = requested(argv);
  if (!request) return say(help);
  const config = loadConfig(env);
  const questions = questionsOf(request.mode, config.auth.mode);
  await check(questions, request.given);
  const known = hasTerminal ? request.given : withoutTerminal(questions, request.given);

  await withDatabase(config, async (ownerUrl, interrupted) => {
    say('Bringing the database up to date …');
    await migrate(ownerUrl, entities, config.databaseLoginUrl);
    if (request.mode === 'town') await asSetup(ownerUrl, refusePartners);
    interrupted.throwIfAborted();
    const answers = hasTerminal ? await fromTerminal(questions, known, interrupted) : known;
    say(await carryOut(ownerUrl, request, answers));
  });
  say(nextSteps(config, request.mode));
}

/** Makes the accounts, and returns in a sentence what was done. */
function carryOut(ownerUrl: string, { mode, left }: Request, answers: Answers): Promise<string> {
  const { name = '', slug = '' } = answers;
  const administrator = accountOf('administrator', answers);
  if (mode === 'town') {
    const people = { administrator, coordinator: accountOf('coordinator', answers) };
    return asSetup(ownerUrl, async (setup) => {
      await makeTown(setup, { name, slug }, people);
      return `The town ${slug} is there, with an administrator and a coordinator.`;
    });
  }
  return asSetup(ownerUrl, async (setup) =>
    (await letBackIn(setup, slug, administrator, left))
      ? `The partner ${slug} has a new administrator.`
      : `The account is an administrator of ${slug} already: nothing was changed.`,
  );
}

function accountOf(who: 'administrator' | 'coordinator', answers: Answers): Account {
  const { [`${who}-name` as const]: name = '', [`${who}-email` as const]: email = '' } = answers;
  return { name, email, subject: answers[`${who}-subject`] };
}

/** Runs `work` on the database of the configuration; an embedded one is stopped again, also after Ctrl-C. */
async function withDatabase(
  { databaseUrl, dataDir }: Config,
  work: (ownerUrl: string, interrupted: AbortSignal) => Promise<void>,
): Promise<void> {
  const interrupted = new AbortController();
  // What a connection that ends has not committed is rolled back: the process may end at once.
  if (databaseUrl) return work(databaseUrl, interrupted.signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => interrupted.abort(interruption()));
  }
  const embedded = await startEmbedded({ dataDir });
  try {
    await work(embedded.url, interrupted.signal);
  } finally {
    await embedded.stop();
  }
}
