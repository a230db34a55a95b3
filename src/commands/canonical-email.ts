import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { holdsInvisible } from './invisible.js';

/**
 * The canonical form of an e-mail address, in which it is stored and compared: lower case, and an international
 * domain in its ASCII form (as in DNS). Undefined when the text is not an e-mail address.
 */
export function canonicalEmail(text: string): string | undefined {
  const address = text.normalize('NFC').trim().toLowerCase();
  const [, name, domain] = /^([^@]+)@([^@]+)$/.exec(address) ?? [];
  if (!name || !domain || holdsInvisible(address)) return undefined;
  // The conversion to ASCII would drop invisible characters, escapes and any text after the domain.
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
