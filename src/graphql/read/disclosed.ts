import type { Session } from '../../database/session.js';

/** Persons whom an answer tells of, before it leaves. */
export interface Disclosure {
  readonly session: Session;
  readonly via: 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';
  /** The operation's root fields, by the schema's names. */
  readonly operation: string;
  readonly persons: readonly string[];
}

/** Writes down who is shown whom; the answer waits for it. */
export type RecordDisclosure = (disclosure: Disclosure) => Promise<void>;

/** The key under which a row carries its person's key; no response key can be that. */
export const personKey = '$p';

/**
 * A row's person in JSON text. Inside a text value the quotes would be escaped, and after one there is no
 * colon: so nothing that somebody typed is taken for it.
 */
const marker = /"\$p":(?:"([0-9a-f-]{36})"|null),?/g;

/** The answer's text without its rows' persons, and these, each once. */
export function disclosed(text: string): { readonly text: string; readonly persons: string[] } {
  const persons = new Set<string>();
  const bare = text.replace(marker, (_, person: string | undefined) => {
    if (person) persons.add(person);
    return '';
  });
  return { text: bare, persons: [...persons] };
}
