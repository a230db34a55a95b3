import { randomUUID } from 'node:crypto';

/** A unique word of letters only: random digits could look like a national identification number, which the hub refuses. */
export function uniqueWord(): string {
  return [...randomUUID()].map((it) => 'ghijklmnopqrstuv'[Number.parseInt(it, 16)] ?? '').join('');
}

/** A unique name of a person; names may not contain digits. */
export function uniqueName(): string {
  return `Durand ${uniqueWord()}`;
}
