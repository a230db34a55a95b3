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

/** The answers, by the name of their argument. */
export type Answers = Readonly<Partial<Record<Option, string>>>;

/** What to do: create the town, or give a partner a new administrator. */
export interface Request {
  readonly mode: 'town' | 'administrator';
  readonly given: Answers;
  /** The addresses of administrators who have left. */
  readonly left: readonly string[];
}

/**
 * Parses the arguments; returns undefined when they ask for help.
 * @throws StartError when an argument is unknown, has no value or cannot be combined with the others
 */
export function requested(argv: readonly string[]): Request | undefined {
  const { help, administrator, left = [], ...given } = parsed(argv);
  if (help) return undefined;
  const mode = administrator ? 'administrator' : 'town';
  const isTownOption = (option: string) => option === 'name' || option.startsWith('coordinator-');
  const townOption = Object.keys(given).find(isTownOption);
  if (mode === 'administrator' && townOption)
    throw new StartError(`--${townOption} cannot be used with --administrator.`);
  if (mode === 'town' && left.length > 0)
    throw new StartError('--left can only be used with --administrator.');
  return { mode, given, left };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    // Keep the first sentence only: the rest is advice about positional arguments, which this command does not have.
    const [what] = message.split(/\.\s|\n/);
    throw new StartError(`${what?.replace(/\.$/, '')}; --help lists the arguments.`);
  }
}

export const help = `Usage: npm run setup [-- arguments]
In the image: node dist/scripts/setup.js [arguments]

Creates the first partner, the town, with its first administrator and coordinator. The command reads the settings
of the hub from the environment. It uses the database of DATABASE_URL, as its owner, or the embedded database, and
updates the database schema first. On a terminal, it asks for missing values.

  --name <name>                      the town's name
  --slug <short name>                lower-case letters, digits and hyphens; made from the name if missing
  --administrator-name <name>        the administrator, who invites the town's members
  --administrator-email <address>
  --administrator-subject <sub>      the person’s subject (sub) at the identity provider: required with AUTH=jwt;
                                     otherwise the person is recognised by the verified e-mail address
  --coordinator-name <name>          the coordinator, who adds the other partners
  --coordinator-email <address>
  --coordinator-subject <sub>

Usage: npm run setup -- --administrator [arguments]

Gives a partner a new administrator when none of its administrators can sign in any more.

  --slug <short name>                the partner
  --administrator-name <name>        the new administrator
  --administrator-email <address>
  --administrator-subject <sub>
  --left <address>                   an administrator who has left, to deactivate; may be repeated`;
