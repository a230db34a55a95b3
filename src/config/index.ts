import type { z } from 'zod';
import { StartError } from '../start-error.js';
import { type AuthConfig, authOf } from './auth.js';
import { type MailConfig, mailOf } from './mail.js';
import type { PartnerSystem } from './partner-systems.js';
import { type Settings, settings } from './settings.js';
import { splitList } from './values.js';

export type { AuthConfig, ProviderConfig, TokenConfig } from './auth.js';
export type { MailConfig } from './mail.js';
export { mostAsked, type PartnerSystem } from './partner-systems.js';
export { settingDefaults } from './settings.js';

/** The secret that is used when none is set. Only in demonstration mode, where all data are fictional. */
export const demonstrationSecret = 'a public secret, for fictional data only';

/** How long the files of persons are kept. */
export interface RetentionConfig {
  /** Retention period from the last contact, in months. */
  readonly months: number;
  /** Whether files past their retention period are deleted. Otherwise they are only reported. */
  readonly inForce: boolean;
}

/** The delays of reminders, escalation and expiry for referrals without an answer. */
export interface DelaysConfig {
  readonly routine: {
    readonly reminderWorkingDays: number;
    readonly reminderDays: number;
    readonly escalationDays: number;
  };
  readonly urgent: { readonly reminderHours: number; readonly escalationHours: number };
  readonly expiry: {
    readonly days: number;
    /** The delay while the receiver reviews the referral. */
    readonly reviewDays: number;
    /** Whether referrals expire. */
    readonly inForce: boolean;
  };
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The directory of the embedded database. */
  readonly dataDir: string;
  /** The address of the database with its owner's credentials; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** The address with the credentials of a login role that an administrator created. */
  readonly databaseLoginUrl: string | undefined;
  /** Maximum number of connections to the database. */
  readonly databaseConnections: number;
  readonly auth: AuthConfig;
  /** The key for keyed digests and for demonstration tokens. */
  readonly secret: string;
  /** The credential of the federation gateway; undefined when the hub is in no federation. */
  readonly gatewaySecret: string | undefined;
  /** The partners whose own systems join the graph. */
  readonly partnerSystems: readonly PartnerSystem[];
  /** Maximum cost of one member's operations per minute. */
  readonly budget: number;
  readonly retention: RetentionConfig;
  /** Addresses, networks and hosts that webhooks may use in addition to public addresses. */
  readonly webhookAllow: readonly string[];
  /** After how many minutes without input the console is locked; 0 means never. */
  readonly consoleLock: number;
  readonly delays: DelaysConfig;
  /** Undefined when no mail is sent. */
  readonly mail: MailConfig | undefined;
  readonly logLevel: string;
}

/** Prefixes that are reserved for the hub: an unknown variable with such a prefix is refused. */
const ownPrefixes = /^(AUTH|DATABASE|HUB|MAIL|SMTP)_/;

/**
 * Reads the configuration from the environment.
 * @throws StartError with the first setting that is unknown or malformed
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
    throw new StartError('DATABASE_LOGIN_URL needs DATABASE_URL: set both.');
  const auth = authOf(it);
  if (auth.mode !== 'demo' && !it.HUB_SECRET) {
    throw new StartError(
      'HUB_SECRET is required: it keys person fingerprints. Set it to at least 32 random characters.',
    );
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
    gatewaySecret: it.HUB_GATEWAY_SECRET,
    partnerSystems: it.HUB_PARTNER_SYSTEMS ?? [],
    budget: it.HUB_BUDGET,
    // Off in the demonstration: the demonstration town has old records, which would be deleted.
    retention: {
      months: it.HUB_RETENTION_MONTHS,
      inForce: (it.HUB_RETENTION ?? outsideDemonstration) === 'on',
    },
    consoleLock: it.HUB_CONSOLE_LOCK,
    webhookAllow: it.HUB_WEBHOOK_ALLOW ? splitList(it.HUB_WEBHOOK_ALLOW) : [],
    delays: delaysOf(it, outsideDemonstration),
    mail: mailOf(it),
    logLevel: it.LOG_LEVEL,
  };
}

/**
 * The delays from the settings.
 * @param expiry the default of HUB_REFERRAL_EXPIRY
 */
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
      // Off in the demonstration: its inboxes would be empty a month after its last records.
      inForce: (it.HUB_REFERRAL_EXPIRY ?? expiry) === 'on',
    },
  };
}

function firstProblem(error: z.ZodError, known: readonly string[]): string {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return `The setting ${issue.keys[0]} is unknown. Known settings: ${known.join(', ')}.`;
  }
  return `The setting ${issue?.path.join('.')} ${issue?.message ?? 'is malformed'}.`;
}
