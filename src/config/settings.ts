import { z } from 'zod';
import { partnerSystems } from './partner-systems.js';
import {
  address,
  databaseAddress,
  hubAddress,
  mailSender,
  mailServer,
  networkTargets,
  oneOf,
  whole,
} from './values.js';

/** All settings, by the name of the environment variable. */
export const settings = z.strictObject({
  NODE_ENV: oneOf('development', 'test', 'production').default('development'),
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
  HUB_URL: hubAddress.optional(),
  HUB_SECRET: z.string().min(32, { message: 'must have at least 32 characters' }).optional(),
  HUB_GATEWAY_SECRET: z.string().min(32, { message: 'must have at least 32 characters' }).optional(),
  HUB_PARTNER_SYSTEMS: partnerSystems.optional(),
  HUB_BUDGET: whole(10_000, 10_000_000).default(200_000),
  HUB_RETENTION: oneOf('on', 'off').optional(),
  HUB_RETENTION_MONTHS: whole(6, 600).default(24),
  HUB_WEBHOOK_ALLOW: networkTargets.optional(),
  HUB_CONSOLE_LOCK: whole(0, 480).default(15),
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

/** The names of all settings, each with its default or undefined. */
export const settingDefaults: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(settings.shape).map(([name, setting]) => [name, setting.parse(undefined)]),
);

/** The settings from the environment, with defaults applied. */
export type Settings = z.infer<typeof settings>;
