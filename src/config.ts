import { isIP } from 'node:net';
import { z } from 'zod';
import { canonicalEmail } from './commands/canonical-email.js';
import { StartError } from './start-error.js';

/** What the hub uses where no secret is set: in demonstration mode only, where all data are fictional. */
const demonstrationSecret = 'a public secret, for fictional data only';

const address = (...schemes: string[]) => {
  const beginnings = schemes.map((it) => `${it}://`);
  return z.string().refine((text) => beginnings.some((it) => text.startsWith(it)) && URL.canParse(text), {
    message: `must be an address that begins with ${beginnings.join(' or ')}`,
  });
};

const databaseAddress = address('postgres', 'postgresql').refine(
  (text) => !URL.canParse(text) || /^\/(?:[^/%]|%[0-9a-f]{2})+$/i.test(new URL(text).pathname),
  { message: 'must end with the name of a database, such as postgres://owner:password@host:5432/hub' },
);

const whole = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      message: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);

/** Addresses, networks or hosts, with commas between. */
const places = z.string().refine((text) => listed(text).every(isPlace), {
  message: 'must be addresses, networks such as 10.1.0.0/16 or hosts, with commas between',
});

function listed(text: string): string[] {
  return text.split(',').map((it) => it.trim());
}

function isPlace(text: string): boolean {
  const [address = '', length] = text.split('/');
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  if (bits) return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
  return /^(?!.*\.\d+$)[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(text);
}

const oneOf = <Choice extends string>(...choices: Choice[]) =>
  z.enum(choices, { message: `must be one of ${choices.join(', ')}` });

/** Whether an address is on this machine, which no network carries. */
const isOwnMachine = (url: string) =>
  /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);

/** An address that secrets may be sent to. */
const protectedAddress = (url: string) => url.startsWith('https:') || isOwnMachine(url);

const reached = address('https', 'http')
  .refine((text) => !URL.canParse(text) || (protectedAddress(text) && !/[?#@]/.test(text)), {
    message: 'must begin with https:// unless it is on this machine, and have no query',
  })
  .transform((text) => text.replace(/\/+$/, ''));

/** A mail server: an address with a name and a password if it wants any, and nothing that would change how it is reached. */
const mailServer = address('smtp', 'smtps').refine(
  (text) => {
    if (!URL.canParse(text)) return true;
    const { hostname, pathname, search, hash } = new URL(text);
    return hostname !== '' && /^\/?$/.test(pathname) && !search && !hash && !/%(?![0-9a-f]{2})/i.test(text);
  },
  { message: 'must name a server and nothing behind it, such as smtps://user:password@mail.example:465' },
);

/** An address, or a name and an address; an address by the rule that all others follow. */
const mailSender = z.string().refine(
  (text) => {
    const [, address = text] = /^[^<>@"\p{C}]+ <([^<>]+)>$/u.exec(text) ?? [];
    return address === address.trim() && canonicalEmail(address) !== undefined;
  },
  { message: 'must be an e-mail address, such as hub@town.example or Hub <hub@town.example>' },
);

const settings = z.strictObject({
  NODE_ENV: z.string().default('development'),
  PORT: whole(0, 65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_LOGIN_URL: databaseAddress.optional(),
  DATABASE_CONNECTIONS: whole(2, 200).default(10),
  AUTH: oneOf('demo', 'jwt', 'oidc').optional(),
  AUTH_ISSUER: address('https', 'http').optional(),
  AUTH_AUDIENCE: z.string().optional(),
  AUTH_JWKS_URL: address('https', 'http').optional(),
  AUTH_CLIENT_ID: z.string().optional(),
  AUTH_CLIENT_SECRET: z.string().optional(),
  HUB_URL: reached.optional(),
  HUB_SECRET: z.string().min(32, { message: 'must have at least 32 characters' }).optional(),
  HUB_BUDGET: whole(10_000, 10_000_000).default(200_000),
  HUB_RETENTION: oneOf('on', 'off').optional(),
  HUB_RETENTION_MONTHS: whole(6, 600).default(24),
  HUB_WEBHOOK_ALLOW: places.optional(),
  HUB_REFERRAL_REMINDER_WORKING_DAYS: whole(1, 60).default(3),
  HUB_REFERRAL_REMINDER_DAYS: whole(1, 365).default(10),
  HUB_REFERRAL_ESCALATION_DAYS: whole(1, 365).default(21),
  HUB_REFERRAL_URGENT_REMINDER_HOURS: whole(1, 720).default(24),
  HUB_REFERRAL_URGENT_ESCALATION_HOURS: whole(1, 720).default(48),
  HUB_REFERRAL_EXPIRY: oneOf('on', 'off').optional(),
  HUB_REFERRAL_EXPIRY_DAYS: whole(1, 365).default(30),
  HUB_REFERRAL_REVIEW_EXPIRY_DAYS: whole(1, 365).default(60),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: mailSender.optional(),
  MAIL_DELAY: whole(0, 3600).default(120),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent').default('info'),
});

/** The name of every setting, with its default if it has one. */
export const settingDefaults: Readonly<Record<string, string | number | undefined>> = Object.fromEntries(
  Object.entries(settings.shape).map(([name, setting]) => [name, setting.parse(undefined)]),
);

/** Whose access tokens the hub takes. */
export interface TokenConfig {
  readonly issuer: string;
  readonly audience: string;
}

/** An identity provider by which people sign in with a browser. */
export interface ProviderConfig extends TokenConfig {
  readonly mode: 'oidc';
  /** Where its keys are; undefined for where it says itself. */
  readonly jwksUrl: string | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where browsers reach the hub, without a slash at the end. */
  readonly hubUrl: string;
}

/** How people sign in: as demonstration accounts, with tokens of an identity provider, or by it. */
export type AuthConfig =
  | { readonly mode: 'demo' }
  | ({ readonly mode: 'jwt'; readonly jwksUrl: string } & TokenConfig)
  | ProviderConfig;

/** How long files are kept. */
export interface RetentionConfig {
  /** From the last contact, in months. */
  readonly months: number;
  /** Whether what is past its time goes; otherwise it is only told and shown. */
  readonly inForce: boolean;
}

/** How mail is sent. */
export interface MailConfig {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** Whether the connection begins encrypted. */
    readonly secure: boolean;
    /** Whether it must become so by STARTTLS. */
    readonly requireTLS: boolean;
    readonly auth?: { readonly user: string; readonly pass: string };
  };
  /** Whom mail comes from. */
  readonly from: string;
  /** For how long news are gathered before a mail tells of them, in seconds. */
  readonly gather: number;
  /** Where its links lead: where browsers reach the hub, without a slash at the end. */
  readonly hubUrl: string;
}

/** After how long something is done about a referral that waits, and what. */
export interface DelaysConfig {
  readonly routine: {
    readonly reminderWorkingDays: number;
    readonly reminderDays: number;
    readonly escalationDays: number;
  };
  readonly urgent: { readonly reminderHours: number; readonly escalationHours: number };
  readonly expiry: {
    readonly days: number;
    /** While the receiver is looking into it. */
    readonly reviewDays: number;
    /** Whether referrals expire at all. */
    readonly inForce: boolean;
  };
}

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
  /** What the operations of one member may cost in a minute. */
  readonly budget: number;
  readonly retention: RetentionConfig;
  /** What webhooks may reach beside public addresses: addresses, networks, hosts. */
  readonly webhookAllow: readonly string[];
  readonly delays: DelaysConfig;
  /** Undefined where no mail is sent. */
  readonly mail: MailConfig | undefined;
  readonly logLevel: string;
}

/** Variables that begin so are the hub's own: one that it does not know is a mistake. */
const ownPrefixes = /^(AUTH|DATABASE|HUB|MAIL|SMTP)_/;

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
  if (auth.mode !== 'demo' && !it.HUB_SECRET) {
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
    budget: it.HUB_BUDGET,
    // The demonstration town's past would go under its feet.
    retention: {
      months: it.HUB_RETENTION_MONTHS,
      inForce: (it.HUB_RETENTION ?? (auth.mode === 'demo' ? 'off' : 'on')) === 'on',
    },
    webhookAllow: it.HUB_WEBHOOK_ALLOW ? listed(it.HUB_WEBHOOK_ALLOW) : [],
    delays: {
      routine: {
        reminderWorkingDays: it.HUB_REFERRAL_REMINDER_WORKING_DAYS,
        reminderDays: it.HUB_REFERRAL_REMINDER_DAYS,
        escalationDays: it.HUB_REFERRAL_ESCALATION_DAYS,
      },
      urgent: {
        reminderHours: it.HUB_REFERRAL_URGENT_REMINDER_HOURS,
        escalationHours: it.HUB_REFERRAL_URGENT_ESCALATION_HOURS,
      },
      expiry: {
        days: it.HUB_REFERRAL_EXPIRY_DAYS,
        reviewDays: it.HUB_REFERRAL_REVIEW_EXPIRY_DAYS,
        // The demonstration town's inboxes would be empty a month after its records end.
        inForce: (it.HUB_REFERRAL_EXPIRY ?? (auth.mode === 'demo' ? 'off' : 'on')) === 'on',
      },
    },
    mail: mailOf(it),
    logLevel: it.LOG_LEVEL,
  };
}

function mailOf(it: z.infer<typeof settings>): MailConfig | undefined {
  if (!it.SMTP_URL) {
    if (it.MAIL_FROM) throw new StartError('MAIL_FROM needs SMTP_URL beside it.');
    return undefined;
  }
  if (!it.MAIL_FROM) throw new StartError('SMTP_URL needs MAIL_FROM beside it.');
  if (!it.HUB_URL)
    throw new StartError('SMTP_URL needs HUB_URL beside it: every mail has a link to the hub.');
  const { protocol, hostname, port, username, password } = new URL(it.SMTP_URL);
  const secure = protocol === 'smtps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    server: {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port || (secure ? 465 : 587)),
      secure,
      // A password is sent to nobody but the server.
      requireTLS: !secure && username !== '' && !isOwnMachine(it.SMTP_URL),
      ...(username && { auth }),
    },
    from: it.MAIL_FROM,
    gather: it.MAIL_DELAY,
    hubUrl: it.HUB_URL,
  };
}

/** What is known of an identity provider. */
const providerSettings = [
  'AUTH_ISSUER',
  'AUTH_AUDIENCE',
  'AUTH_JWKS_URL',
  'AUTH_CLIENT_ID',
  'AUTH_CLIENT_SECRET',
] as const;

/** What each way to sign in cannot do without. */
const needed = {
  jwt: ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'],
  oidc: ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_CLIENT_ID', 'AUTH_CLIENT_SECRET', 'HUB_URL'],
} as const;

function authOf(it: z.infer<typeof settings>): AuthConfig {
  const given = providerSettings.filter((name) => it[name]);
  // Half of an identity provider is a mistake, and never an open door.
  const hasClient = it.AUTH_CLIENT_ID || it.AUTH_CLIENT_SECRET;
  const mode = it.AUTH ?? (hasClient ? 'oidc' : given.length > 0 ? 'jwt' : 'demo');
  if (mode === 'demo') {
    if (it.NODE_ENV === 'production') {
      throw new StartError(
        'AUTH=demo lets anybody in and is refused with NODE_ENV=production: set AUTH_ISSUER.',
      );
    }
    if (given.length > 0) {
      throw new StartError(`AUTH=demo lets anybody in and ${given[0]} does not: leave out one of them.`);
    }
    return { mode };
  }
  const missing = needed[mode].find((name) => !it[name]);
  if (missing)
    throw new StartError(`${missing} is missing: AUTH=${mode} needs the identity provider's particulars.`);
  const tokens = { issuer: it.AUTH_ISSUER as string, audience: it.AUTH_AUDIENCE as string };
  if (mode === 'jwt') return { mode, ...tokens, jwksUrl: it.AUTH_JWKS_URL as string };
  if (!protectedAddress(tokens.issuer)) {
    throw new StartError('The setting AUTH_ISSUER must begin with https:// unless it is on this machine.');
  }
  if (tokens.audience === it.AUTH_CLIENT_ID) {
    throw new StartError(
      'AUTH_AUDIENCE and AUTH_CLIENT_ID must differ: one names the hub in access tokens, the other in id tokens.',
    );
  }
  return {
    mode,
    ...tokens,
    jwksUrl: it.AUTH_JWKS_URL,
    clientId: it.AUTH_CLIENT_ID as string,
    clientSecret: it.AUTH_CLIENT_SECRET as string,
    hubUrl: it.HUB_URL as string,
  };
}

function firstProblem(error: z.ZodError, known: readonly string[]): string {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return `The setting ${issue.keys[0]} is unknown; the hub knows ${known.join(', ')}.`;
  }
  return `The setting ${issue?.path.join('.')} ${issue?.message ?? 'is malformed'}.`;
}
