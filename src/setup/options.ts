import { parseArgs } from 'node:util';
import { StartError } from '../start-error.js';

const options = {
  help: { type: 'boolean', short: 'h' },
  administrator: { type: 'boolean' },
  name: { type: 'string' },
  slug: { type: 'string' },
  'administrator-name': { type: 'string' },
  'administrator-email': { type: 'string' },
  'administrator-subject': { type: 'string' },
  'coordinator-name': { type: 'string' },
  'coordinator-email': { type: 'string' },
  'coordinator-subject': { type: 'string' },
  left: { type: 'string', multiple: true },
} as const;

/** An argument that answers a question. */
export type Option = Exclude<keyof typeof options, 'help' | 'administrator' | 'left'>;

/** What is known, by the argument that says it. */
export type Answers = Readonly<Partial<Record<Option, string>>>;

/** What the command is asked to do: to make the town, or to give a partner an administrator again. */
export interface Request {
  readonly mode: 'town' | 'administrator';
  readonly given: Answers;
  /** The addresses of administrators who have left. */
  readonly left: readonly string[];
}

/**
 * What the arguments ask for; undefined when they ask for help.
 * @throws StartError when one is unknown, has no value or does not go with the others
 */
export function requested(argv: readonly string[]): Request | undefined {
  const { help, administrator, left = [], ...given } = parsed(argv);
  if (help) return undefined;
  const mode = administrator ? 'administrator' : 'town';
  const isTowns = (option: string) => option === 'name' || option.startsWith('coordinator-');
  const towns = Object.keys(given).find(isTowns);
  if (mode === 'administrator' && towns) throw new StartError(`--${towns} does not go with --administrator.`);
  if (mode === 'town' && left.length > 0) throw new StartError('--left goes with --administrator only.');
  return { mode, given, left };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    // What follows the first sentence is advice about positional arguments, of which there are none.
    const [what] = message.split(/\.\s|\n/);
    throw new StartError(`${what?.replace(/\.$/, '')}; --help lists the arguments.`);
  }
}

export const help = `Usage: npm run setup [-- arguments]
In the image: node dist/scripts/setup.js [arguments]

Makes the first partner, the town, with its first administrator and coordinator. The database is the one of
DATABASE_URL, by its owner, or else the embedded one; it is brought up to date first. The command takes the
settings of the hub from the environment. On a terminal it asks for what is missing.

  --name <name>                      the town's name
  --slug <short name>                small letters, digits and hyphens; made from the name if missing
  --administrator-name <name>        the administrator, who invites the town's members
  --administrator-email <address>
  --administrator-subject <sub>      what the identity provider calls the person: needed with AUTH=jwt; else the
                                     account is recognised by its verified e-mail address
  --coordinator-name <name>          the coordinator, who adds the other partners
  --coordinator-email <address>
  --coordinator-subject <sub>

Usage: npm run setup -- --administrator [arguments]

Gives a partner an administrator when none of its administrators can sign in any more.

  --slug <short name>                the partner
  --administrator-name <name>        the new administrator
  --administrator-email <address>
  --administrator-subject <sub>
  --left <address>                   an administrator who has left, and is deactivated; may be repeated`;
