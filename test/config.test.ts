import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { loadConfig, settingDefaults } from '../src/config/index.js';
import { StartError } from '../src/start-error.js';

/** The sentence with which the hub refuses to start. */
function problem(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    const { message } = error as Error;
    expect(message).toMatch(/^[A-Z][^\n]+\.$/);
    return message;
  }
  throw new Error(`taken: ${JSON.stringify(env)}`);
}

/** Partners' systems that the hub asks for figures. */
const systemsWithAddress = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    prefix: `p${'abcdefgh'[at]}`,
    partner: `partner-${at}`,
    url: 'https://graph.partner.example/graphql',
  }));

const secret = 'thirty-two characters at the least';
const provider = {
  AUTH_ISSUER: 'https://id.example/realms/town',
  AUTH_AUDIENCE: 'hub',
  AUTH_JWKS_URL: 'https://id.example/keys',
  HUB_SECRET: secret,
};

it('all settings are optional', () => {
  expect(loadConfig({ PATH: '/usr/bin', HOME: '/root', npm_config_auth: 'x' })).toEqual({
    port: 4000,
    host: '127.0.0.1',
    dataDir: '.data',
    databaseUrl: undefined,
    databaseLoginUrl: undefined,
    databaseConnections: 10,
    auth: { mode: 'demo' },
    secret: expect.any(String),
    partnerSystems: [],
    budget: 200_000,
    retention: { months: 24, inForce: false },
    consoleLock: 15,
    webhookAllow: [],
    delays: {
      routine: { reminderWorkingDays: 3, reminderDays: 10, escalationDays: 21 },
      urgent: { reminderHours: 24, escalationHours: 48 },
      expiry: { days: 30, reviewDays: 60, inForce: false },
    },
    mail: undefined,
    logLevel: 'info',
  });
});

it('all settings can be set', () => {
  const env = {
    ...provider,
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '::',
    DATA_DIR: '/srv/données du hub',
    DATABASE_URL: 'postgres://owner:p%40ss@db.example:5433/the%20hub?sslmode=require',
    DATABASE_LOGIN_URL: 'postgresql:///hub?host=/run/postgresql',
    DATABASE_CONNECTIONS: '200',
    AUTH: 'oidc',
    AUTH_CLIENT_ID: 'the-hub',
    AUTH_CLIENT_SECRET: 'known to both',
    HUB_URL: 'https://hub.example/here/',
    HUB_GATEWAY_SECRET: secret,
    HUB_PARTNER_SYSTEMS:
      '[{"prefix":"ft","partner":"france-travail","url":"https://ft.example/graphql"},{"prefix":"dept","partner":"departement"}]',
    HUB_BUDGET: '10000',
    HUB_RETENTION: 'off',
    HUB_RETENTION_MONTHS: '6',
    HUB_CONSOLE_LOCK: '0',
    HUB_WEBHOOK_ALLOW: '10.1.0.0/16, fd00::/8,receiver.example',
    HUB_REFERRAL_REMINDER_WORKING_DAYS: '2',
    HUB_REFERRAL_REMINDER_DAYS: '7',
    HUB_REFERRAL_ESCALATION_DAYS: '14',
    HUB_REFERRAL_URGENT_REMINDER_HOURS: '12',
    HUB_REFERRAL_URGENT_ESCALATION_HOURS: '36',
    HUB_REFERRAL_EXPIRY: 'off',
    HUB_REFERRAL_EXPIRY_DAYS: '45',
    HUB_REFERRAL_REVIEW_EXPIRY_DAYS: '90',
    SMTP_URL: 'smtps://hub:p%40ss@mail.example',
    MAIL_FROM: 'Le hub <hub@town.example>',
    MAIL_DELAY: '300',
    LOG_LEVEL: 'silent',
  };
  expect(Object.keys(env).sort()).toEqual(Object.keys(settingDefaults).sort());
  expect(loadConfig(env)).toEqual({
    port: 0,
    host: '::',
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseLoginUrl: env.DATABASE_LOGIN_URL,
    databaseConnections: 200,
    auth: {
      mode: 'oidc',
      issuer: env.AUTH_ISSUER,
      audience: env.AUTH_AUDIENCE,
      jwksUrl: env.AUTH_JWKS_URL,
      clientId: 'the-hub',
      clientSecret: 'known to both',
      hubUrl: 'https://hub.example/here',
    },
    secret,
    gatewaySecret: secret,
    partnerSystems: [
      { prefix: 'ft', partner: 'france-travail', url: 'https://ft.example/graphql' },
      { prefix: 'dept', partner: 'departement' },
    ],
    budget: 10_000,
    retention: { months: 6, inForce: false },
    consoleLock: 0,
    webhookAllow: ['10.1.0.0/16', 'fd00::/8', 'receiver.example'],
    delays: {
      routine: { reminderWorkingDays: 2, reminderDays: 7, escalationDays: 14 },
      urgent: { reminderHours: 12, escalationHours: 36 },
      expiry: { days: 45, reviewDays: 90, inForce: false },
    },
    mail: {
      server: {
        host: 'mail.example',
        port: 465,
        secure: true,
        requireTLS: false,
        auth: { user: 'hub', pass: 'p@ss' },
      },
      from: 'Le hub <hub@town.example>',
      gather: 300,
      hubUrl: 'https://hub.example/here',
    },
    logLevel: 'silent',
  });
});

it('retention and expiry of referrals are on by default, but off in demonstration mode', () => {
  const inForce = (env: Record<string, string>) => {
    const { retention, delays } = loadConfig(env);
    return [retention.inForce, delays.expiry.inForce];
  };
  expect(inForce(provider)).toEqual([true, true]);
  expect(inForce({})).toEqual([false, false]);
  expect(inForce({ HUB_RETENTION: 'on', HUB_REFERRAL_EXPIRY: 'on' })).toEqual([true, true]);
});

it('mail needs a server, a sender and HUB_URL for its links', () => {
  const mail = {
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'hub@town.example',
    HUB_URL: 'http://localhost:4000',
  };
  for (const name of ['MAIL_FROM', 'HUB_URL'] as const) {
    const { [name]: _, ...rest } = mail;
    expect(problem(rest)).toContain(`SMTP_URL needs ${name}`);
  }
  expect(problem({ MAIL_FROM: mail.MAIL_FROM })).toContain('MAIL_FROM needs SMTP_URL');
  const serverOf = (SMTP_URL: string) => loadConfig({ ...mail, SMTP_URL }).mail?.server;
  expect(serverOf('smtp://localhost')).toEqual({
    host: 'localhost',
    port: 587,
    secure: false,
    requireTLS: false,
  });
  expect(serverOf('smtp://[::1]:25')).toMatchObject({ host: '::1', port: 25 });
});

it('a mail server’s password is sent only over TLS, except to this machine', () => {
  const mail = { MAIL_FROM: 'hub@town.example', HUB_URL: 'http://localhost:4000' };
  const tls = (SMTP_URL: string) => loadConfig({ ...mail, SMTP_URL }).mail?.server;
  expect(tls('smtp://a:b@mail.example')).toMatchObject({ secure: false, requireTLS: true });
  expect(tls('smtps://a:b@mail.example')).toMatchObject({ secure: true });
  expect(tls('smtp://mail.example')).toMatchObject({ requireTLS: false });
  expect(tls('smtp://a:b@localhost')).toMatchObject({ requireTLS: false });
});

it('an empty setting counts as not set, because a compose file passes unset variables as empty', () => {
  const empty = Object.fromEntries(Object.keys(settingDefaults).map((name) => [name, '']));
  expect(loadConfig(empty)).toEqual(loadConfig({}));
});

it.each([
  ['NODE_ENV', ['Production', 'PRODUCTION', 'prod', 'production ']],
  ['PORT', ['abc', '-1', '65536', '80.5', '1e3', '0x50', ' ', '4000 ', '１']],
  ['DATABASE_CONNECTIONS', ['1', '0', '201', 'ten', '']],
  ['HUB_RETENTION_MONTHS', ['5', '601']],
  ['HUB_RETENTION', ['yes']],
  ['HUB_REFERRAL_REMINDER_WORKING_DAYS', ['0', '61', '3 days']],
  ['HUB_REFERRAL_URGENT_REMINDER_HOURS', ['0', '721', '24h']],
  ['HUB_REFERRAL_EXPIRY', ['30']],
  ['DATABASE_URL', ['hub', 'mysql://localhost/hub', 'postgres:hub', 'postgres://', 'postgres://db.example']],
  ['DATABASE_URL', ['postgres://db.example/', 'postgres://db.example/%zz', 'postgres://db:port/hub']],
  ['DATABASE_LOGIN_URL', ['hub', 'http://localhost/hub']],
  ['AUTH', ['none', 'DEMO', 'true']],
  ['AUTH_ISSUER', ['id.example', 'ftp://id.example', 'https:']],
  ['AUTH_JWKS_URL', ['/keys', 'file:///keys']],
  ['HUB_URL', ['hub.example', 'http://hub.example', 'https://hub.example/?x', 'https://a@hub.example']],
  ['HUB_WEBHOOK_ALLOW', ['10.0.0.0/33', '10.1/16', '127.0.0.1,', '::1/129', 'https://a.example', 'a b', '*']],
  ['HUB_SECRET', ['short', 'x'.repeat(31)]],
  ['HUB_PARTNER_SYSTEMS', ['ft', '{}', '[7]', '[{"prefix":"ft"}]', '[{"partner":"france-travail"}]']],
  ['HUB_PARTNER_SYSTEMS', ['[{"prefix":"f","partner":"x"}]', '[{"prefix":"fT","partner":"x"}]']],
  ['HUB_PARTNER_SYSTEMS', ['[{"prefix":"ft","partner":"X Y"}]', '[{"prefix":"ft","partner":"x","url":"x"}]']],
  ['HUB_PARTNER_SYSTEMS', ['[{"prefix":"ft","partner":"x"},{"prefix":"ft","partner":"y"}]']],
  ['HUB_PARTNER_SYSTEMS', ['[{"prefix":"ft","partner":"x"},{"prefix":"fx","partner":"x"}]']],
  ['HUB_PARTNER_SYSTEMS', ['[{"prefix":"ft","partner":"x","name":"y"}]']],
  ['HUB_PARTNER_SYSTEMS', [JSON.stringify(systemsWithAddress(8))]],
  [
    'SMTP_URL',
    ['mail.example', 'http://mail.example', 'smtp://', 'smtp://mail.example/x', 'smtp://h:%zz@mail.example'],
  ],
  ['SMTP_URL', ['smtp://mail.example?ignoreTLS=true', 'smtp://mail.example:port']],
  [
    'MAIL_FROM',
    [
      'hub',
      'hub@',
      'Hub hub@town.example',
      'a@b.example, c@d.example',
      'x\r\ny: z <a@b.example>',
      'a@b.example\u200b',
      'a..b@c.example',
    ],
  ],
  ['MAIL_DELAY', ['-1', '3601', '2m']],
  ['LOG_LEVEL', ['verbose', 'trace', 'INFO']],
])('a malformed %s is named, and never repeated: %j', (name, values) => {
  for (const value of values.filter((it) => it !== '')) {
    const message = problem({ [name]: value });
    expect(message).toMatch(new RegExp(`^The setting ${name} must `));
    if (value.length > 12) expect(message).not.toContain(value);
  }
});

it.each(['HUB_SECRETT', 'DATABASE_URI', 'AUTH_ISUER', 'HUB_', 'DATABASE_PASSWORD', 'SMTP_URI', 'MAIL_TO'])(
  'the unknown setting %s is named',
  (name) => {
    expect(problem({ [name]: 'anything' })).toContain(`The setting ${name} is unknown`);
  },
);

describe('unsafe configurations are refused', () => {
  it('demonstration mode is refused in production, explicit or by default', () => {
    expect(problem({ NODE_ENV: 'production' })).toMatch(/AUTH=demo.*AUTH_ISSUER/);
    expect(problem({ NODE_ENV: 'production', AUTH: 'demo' })).toMatch(/AUTH=demo/);
  });

  it('incomplete settings of an identity provider are refused and do not start demonstration mode', () => {
    for (const name of ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'] as const) {
      const { [name]: _, ...rest } = provider;
      expect(problem(rest)).toContain(`${name} is missing`);
      const alone = problem({ [name]: provider[name], HUB_SECRET: secret });
      expect(alone).toMatch(/is missing/);
    }
    expect(problem({ AUTH: 'jwt', HUB_SECRET: secret })).toContain('AUTH_ISSUER is missing');
  });

  it('an identity provider and demonstration mode exclude each other', () => {
    expect(problem({ ...provider, AUTH: 'demo' })).toMatch(/AUTH=demo.*AUTH_ISSUER/);
  });

  it('browser sign-in needs all of its settings, and a provider over HTTPS', () => {
    const oidc = {
      ...provider,
      AUTH_CLIENT_ID: 'the-hub',
      AUTH_CLIENT_SECRET: 'x',
      HUB_URL: 'http://localhost:4000',
    };
    expect(loadConfig(oidc).auth.mode).toBe('oidc');
    for (const name of ['AUTH_CLIENT_ID', 'AUTH_CLIENT_SECRET', 'HUB_URL'] as const) {
      const { [name]: _, ...rest } = oidc;
      expect(problem(rest)).toContain(`${name} is missing`);
    }
    expect(problem({ ...oidc, AUTH_ISSUER: 'http://id.example' })).toContain('AUTH_ISSUER must begin');
    expect(problem({ ...oidc, AUTH_CLIENT_ID: provider.AUTH_AUDIENCE })).toContain('must differ');
  });

  it('HUB_SECRET is required outside demonstration mode', () => {
    const { HUB_SECRET: _, ...rest } = provider;
    expect(problem(rest)).toContain('HUB_SECRET is required');
    expect(loadConfig(provider).secret).toBe(secret);
  });

  it('DATABASE_LOGIN_URL without DATABASE_URL is refused', () => {
    expect(problem({ DATABASE_LOGIN_URL: 'postgres://hub@localhost/hub' })).toContain('needs DATABASE_URL');
  });
});

it('the README’s table has every setting', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const missing = Object.keys(settingDefaults).filter((name) => !readme.includes(name));
  expect(missing).toEqual([]);
});
