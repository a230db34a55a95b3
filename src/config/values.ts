import { isIP } from 'node:net';
import { z } from 'zod';
import { canonicalEmail } from '../commands/canonical-email.js';

/* What a setting may be, and how its text is read. */

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

/** Addresses, networks or hosts, with commas between. */
export const places = z.string().refine((text) => listed(text).every(isPlace), {
  message: 'must be addresses, networks such as 10.1.0.0/16 or hosts, with commas between',
});

/** The parts of a list with commas between. */
export function listed(text: string): string[] {
  return text.split(',').map((it) => it.trim());
}

function isPlace(text: string): boolean {
  const [address = '', length] = text.split('/');
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  if (bits) return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
  return /^(?!.*\.\d+$)[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(text);
}

export const oneOf = <Choice extends string>(...choices: Choice[]) =>
  z.enum(choices, { message: `must be one of ${choices.join(', ')}` });

/** Whether an address is on this machine, which no network carries. */
export const isOwnMachine = (url: string) =>
  /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);

/** An address that secrets may be sent to. */
export const protectedAddress = (url: string) => url.startsWith('https:') || isOwnMachine(url);

export const reached = address('https', 'http')
  .refine((text) => !URL.canParse(text) || (protectedAddress(text) && !/[?#@]/.test(text)), {
    message: 'must begin with https:// unless it is on this machine, and have no query',
  })
  .transform((text) => text.replace(/\/+$/, ''));

/** A mail server: an address with a name and a password if it wants any, and nothing that would change how it is reached. */
export const mailServer = address('smtp', 'smtps').refine(
  (text) => {
    if (!URL.canParse(text)) return true;
    const { hostname, pathname, search, hash } = new URL(text);
    return hostname !== '' && /^\/?$/.test(pathname) && !search && !hash && !/%(?![0-9a-f]{2})/i.test(text);
  },
  { message: 'must name a server and nothing behind it, such as smtps://user:password@mail.example:465' },
);

/** An address, or a name and an address; an address by the rule that all others follow. */
export const mailSender = z.string().refine(
  (text) => {
    const [, address = text] = /^[^<>@"\p{C}]+ <([^<>]+)>$/u.exec(text) ?? [];
    return address === address.trim() && canonicalEmail(address) !== undefined;
  },
  { message: 'must be an e-mail address, such as hub@town.example or Hub <hub@town.example>' },
);
