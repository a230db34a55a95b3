import { domainToASCII } from 'node:url';
import { isEmail } from 'class-validator';
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
  const isOne = isEmail(canonical, { allow_utf8_local_part: false, blacklisted_chars: '"' });
  return isOne ? canonical : undefined;
}
