import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { holdsInvisible } from './invisible.js';

/**
 * An e-mail address in the one form in which it is kept and compared: lower case, and an international domain
 * as DNS writes it. Undefined when it is none.
 */
export function canonicalEmail(text: string): string | undefined {
  const address = text.normalize('NFC').trim().toLowerCase();
  const [, name, domain] = /^([^@]+)@([^@]+)$/.exec(address) ?? [];
  if (!name || !domain || holdsInvisible(address)) return undefined;
  // A domain loses invisible characters, escapes and whatever follows it on the way to ASCII.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return undefined;
  const canonical = `${name}@${domainToASCII(domain)}`;
  const isOne = z.regexes.html5Email.test(canonical) && hasDots(canonical);
  return isOne ? canonical : undefined;
}

/** What HTML's own rule of addresses leaves out: dots part the name, and the domain ends with a top-level domain. */
function hasDots(address: string): boolean {
  const [name = '', domain = ''] = address.split('@');
  return (
    name.length <= 64 &&
    domain.length <= 254 &&
    /^[^.]+(\.[^.]+)*$/.test(name) &&
    /\.([a-z]{2,}|xn--[a-z\d-]+)$/.test(domain)
  );
}
