import { isIP } from 'node:net';
import { z } from 'zod';
import { canonicalEmail } from '../commands/canonical-email.js';

/* Types of settings: their checks and how their text is parsed. */

export const address = (...schemes: string[]) => {
  const beginnings = schemes.map((it) => `${it}://`);
  return z.string().refine((text) => beginnings.some((it) => text.startsWith(it)) && URL.canParse(text), {
    message: `must be an address that begins with ${beginnings.join(' or ')}`,
  });
};

export const databaseAddress = address('postgres', 'postgresql').refine(
  (text) => !URL.canParse(text) || /^\/(?:[^/%]|%[0-9a-f]{2})+$/i.test(new URL(text).pathname),
  { message: 'must end with the name of a database, such as postgres://owner:password@host:5432/hub' },
);

export const whole = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      message: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);

/** A comma-separated list of addresses, networks or hosts. */
export const networkTargets = z.string().refine((text) => splitList(text).every(isNetworkTarget), {
  message: 'must be a comma-separated list of addresses, networks such as 10.1.0.0/16, or hosts',
});

/** The parts of a comma-separated list. */
export function splitList(text: string): string[] {
  return text.split(',').map((it) => it.trim());
}

function isNetworkTarget(text: string): boolean {
  const [address = '', length] = text.split('/');
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  if (bits) return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
  return /^(?!.*\.\d+$)[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(text);
}

export const oneOf = <Choice extends string>(...choices: Choice[]) =>
  z.enum(choices, { message: `must be one of ${choices.join(', ')}` });

/** Whether an address is on this machine, so that no network is involved. */
export const isOwnMachine = (url: string) =>
  /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);

/** Whether secrets may be sent to an address: by https, or on this machine. */
export const protectedAddress = (url: string) => url.startsWith('https:') || isOwnMachine(url);

/** The address of the hub for browsers. Trailing slashes are removed. */
export const hubAddress = address('https', 'http')
  .refine((text) => !URL.canParse(text) || (protectedAddress(text) && !/[?#@]/.test(text)), {
    message: 'must begin with https://, unless it is on this machine, and must not contain ?, # or @',
  })
  .transform((text) => text.replace(/\/+$/, ''));

/** A mail server: scheme, host, and optionally user name, password and port. Options in the address are refused. */
export const mailServer = address('smtp', 'smtps').refine(
  (text) => {
    if (!URL.canParse(text)) return true;
    const { hostname, pathname, search, hash } = new URL(text);
    return hostname !== '' && /^\/?$/.test(pathname) && !search && !hash && !/%(?![0-9a-f]{2})/i.test(text);
  },
  { message: 'must name a server, without path or query, such as smtps://user:password@mail.example:465' },
);

/** An e-mail address, or a name and an address. The address follows the same rule as all e-mail addresses in the hub. */
export const mailSender = z.string().refine(
  (text) => {
    const [, address = text] = /^[^<>@"\p{C}]+ <([^<>]+)>$/u.exec(text) ?? [];
    return address === address.trim() && canonicalEmail(address) !== undefined;
  },
  { message: 'must be an e-mail address, such as hub@town.example or Hub <hub@town.example>' },
);
