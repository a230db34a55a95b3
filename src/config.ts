import { z } from 'zod';
import { StartError } from './start-error.js';

/** What the hub uses where no secret is set: in demonstration mode only, where all data are fictional. */
const demonstrationSecret = 'a public secret, for fictional data only';

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address that begins with ${protocols.map((it) => `${it}//`).join(' or ')}`,
  });

const settings = z.strictObject({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number({ message: 'must be a number' }).int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_LOGIN_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_CONNECTIONS: z.coerce.number({ message: 'must be a number' }).int().min(2).max(200).default(10),
  AUTH: z.enum(['demo', 'jwt'], { message: 'must be `demo` or `jwt`' }).optional(),
  AUTH_ISSUER: url('https:', 'http:').optional(),
  AUTH_AUDIENCE: z.string().min(1).optional(),
  AUTH_JWKS_URL: url('https:', 'http:').optional(),
  HUB_SECRET: z.string().min(32, { message: 'must have at least 32 characters' }).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      message: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
});

/** How people sign in: as demonstration accounts, or with tokens of an identity provider. */
export type AuthConfig =
  | { readonly mode: 'demo' }
  | { readonly mode: 'jwt'; readonly issuer: string; readonly audience: string; readonly jwksUrl: string };

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where the embedded database lives. */
  readonly dataDir: string;
  /** The owner's; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** A login role that an administrator made. */
  readonly databaseLoginUrl: string | undefined;
  /** The most connections to the database. */
  readonly databaseConnections: number;
  readonly auth: AuthConfig;
  /** What keyed digests and demonstration tokens are made with. */
  readonly secret: string;
  readonly logLevel: string;
}

/** Variables that begin so are the hub's own: one that it does not know is a mistake. */
const ownPrefixes = /^(AUTH|DATABASE|HUB)_/;

/**
 * The configuration in the environment.
 * @throws StartError naming the first setting that is unknown or malformed
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const known = Object.keys(settings.shape);
  const given = Object.entries(env).filter(
    ([name, value]) => value && (known.includes(name) || ownPrefixes.test(name)),
  );
  const parsed = settings.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new StartError(firstProblem(parsed.error, known));
  const it = parsed.data;
  if (it.DATABASE_LOGIN_URL && !it.DATABASE_URL)
    throw new StartError('DATABASE_LOGIN_URL needs DATABASE_URL beside it.');
  const auth = authOf(it);
  if (auth.mode === 'jwt' && !it.HUB_SECRET) {
    throw new StartError('HUB_SECRET is missing: persons are recognised by a digest that it keys.');
  }
  return {
    port: it.PORT,
    host: it.HOST,
    dataDir: it.DATA_DIR,
    databaseUrl: it.DATABASE_URL,
    databaseLoginUrl: it.DATABASE_LOGIN_URL,
    databaseConnections: it.DATABASE_CONNECTIONS,
    auth,
    secret: it.HUB_SECRET ?? demonstrationSecret,
    logLevel: it.LOG_LEVEL,
  };
}

function authOf(it: z.infer<typeof settings>): AuthConfig {
  const mode = it.AUTH ?? (it.AUTH_ISSUER ? 'jwt' : 'demo');
  if (mode === 'demo') {
    if (it.NODE_ENV === 'production') {
      throw new StartError(
        'AUTH=demo lets anybody in and is refused with NODE_ENV=production: set AUTH_ISSUER.',
      );
    }
    return { mode };
  }
  const missing = (['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'] as const).find((name) => !it[name]);
  if (missing)
    throw new StartError(`${missing} is missing: AUTH=jwt needs the identity provider's particulars.`);
  return {
    mode,
    issuer: it.AUTH_ISSUER as string,
    audience: it.AUTH_AUDIENCE as string,
    jwksUrl: it.AUTH_JWKS_URL as string,
  };
}

function firstProblem(error: z.ZodError, known: readonly string[]): string {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return `The setting ${issue.keys[0]} is unknown; the hub knows ${known.join(', ')}.`;
  }
  return `The setting ${issue?.path.join('.')} ${issue?.message ?? 'is malformed'}.`;
}
