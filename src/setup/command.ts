import { type Config, loadConfig } from '../config/index.js';
import { startEmbedded } from '../database/embedded/server.js';
import { migrate } from '../database/migrate.js';
import { entities } from '../features/index.js';
import { type Account, asSetup, createTown, refusePartners } from './accounts.js';
import { restoreAdministrator } from './administrator.js';
import { check, fromTerminal, interruption, withoutTerminal } from './answers.js';
import { nextSteps } from './next.js';
import { type Answers, help, type Request, requested } from './options.js';
import { questionsOf } from './questions.js';

/** Who runs the command. */
export interface Caller {
  /** Whether the process has a terminal on which to ask questions. */
  readonly hasTerminal: boolean;
  /** Prints a text for the person who runs the command. */
  say(text: string): void;
}

/**
 * `npm run setup`: creates the town and its first accounts, or gives a partner a new administrator. Then prints the
 * next steps.
 * @throws StartError with a message for the person who runs the command
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
    say('Updating the database schema …');
    await migrate(ownerUrl, entities, config.databaseLoginUrl);
    if (request.mode === 'town') await asSetup(ownerUrl, refusePartners);
    interrupted.throwIfAborted();
    const answers = hasTerminal ? await fromTerminal(questions, known, interrupted) : known;
    say(await carryOut(ownerUrl, request, answers));
  });
  say(nextSteps(config, request.mode));
}

/** Creates the accounts, and returns a sentence that says what was done. */
function carryOut(ownerUrl: string, { mode, left }: Request, answers: Answers): Promise<string> {
  const { name = '', slug = '' } = answers;
  const administrator = accountOf('administrator', answers);
  if (mode === 'town') {
    const people = { administrator, coordinator: accountOf('coordinator', answers) };
    return asSetup(ownerUrl, async (setup) => {
      await createTown(setup, { name, slug }, people);
      return `The town ${slug} was created, with an administrator and a coordinator.`;
    });
  }
  return asSetup(ownerUrl, async (setup) =>
    (await restoreAdministrator(setup, slug, administrator, left))
      ? `The partner ${slug} has a new administrator.`
      : `The account is already an administrator of ${slug}: nothing was changed.`,
  );
}

function accountOf(who: 'administrator' | 'coordinator', answers: Answers): Account {
  const { [`${who}-name` as const]: name = '', [`${who}-email` as const]: email = '' } = answers;
  return { name, email, subject: answers[`${who}-subject`] };
}

/** Runs `work` on the configured database. An embedded database is stopped afterwards, also after Ctrl-C. */
async function withDatabase(
  { databaseUrl, dataDir }: Config,
  work: (ownerUrl: string, interrupted: AbortSignal) => Promise<void>,
): Promise<void> {
  const interrupted = new AbortController();
  // An external server rolls back when the connection ends, so the process may end at once on a signal.
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
