import type { z } from 'zod';
import { StartError } from '../start-error.js';
import { type AuthConfig, authOf } from './auth.js';
import { type MailConfig, mailOf } from './mail.js';
import { type Settings, settings } from './settings.js';
import { listed } from './values.js';

export type { AuthConfig, ProviderConfig, TokenConfig } from './auth.js';
export type { MailConfig } from './mail.js';
export { settingDefaults } from './settings.js';

/** What the hub uses where no secret is set: in demonstration mode only, where all data are fictional. */
const demonstrationSecret = 'a public secret, for fictional data only';

/** How long files are kept. */
export interface RetentionConfig {
  /** From the last contact, in months. */
  readonly months: number;
  /** Whether what is past its time goes; otherwise it is only told and shown. */
  readonly inForce: boolean;
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
  const outsideDemonstration = auth.mode === 'demo' ? 'off' : 'on';
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
      inForce: (it.HUB_RETENTION ?? outsideDemonstration) === 'on',
    },
    webhookAllow: it.HUB_WEBHOOK_ALLOW ? listed(it.HUB_WEBHOOK_ALLOW) : [],
    delays: delaysOf(it, outsideDemonstration),
    mail: mailOf(it),
    logLevel: it.LOG_LEVEL,
  };
}

/** The delays by the settings; without a setting, referrals expire where that is the default. */
function delaysOf(it: Settings, expiry: 'on' | 'off'): DelaysConfig {
  return {
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
      inForce: (it.HUB_REFERRAL_EXPIRY ?? expiry) === 'on',
    },
  };
}

function firstProblem(error: z.ZodError, known: readonly string[]): string {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return `The setting ${issue.keys[0]} is unknown; the hub knows ${known.join(', ')}.`;
  }
  return `The setting ${issue?.path.join('.')} ${issue?.message ?? 'is malformed'}.`;
}
