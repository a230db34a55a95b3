import type { DatabaseRole } from '../../database/database-role.js';

/** The persons whom an answer discloses. It is recorded before the answer is sent. */
export interface Disclosure {
  readonly session: DatabaseRole;
  readonly via: 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';
  /** The names of the operation's root fields in the schema. */
  readonly operation: string;
  readonly persons: readonly string[];
  /** For each search for persons in the operation: the number of persons found. */
  readonly searches?: readonly number[];
}

/** Records in the audit which persons are shown to whom. The answer is sent only after that. */
export type RecordDisclosure = (disclosure: Disclosure) => Promise<void>;

/** The hidden key with the id of the person whom a row concerns. It is not a valid response key. */
export const personKey = '$p';

/** The hidden key that marks a read that triggers a read receipt. It is not a valid response key. */
export const openedKey = '$o';

/** The hidden key with the number of persons that a search found. It is not a valid response key. */
export const searchKey = '$s';

/** The id of the object that the text of a root field opens for the first time; undefined when there is none. */
export function openedId(text: string | null): string | undefined {
  return /^\{"\$o":"([^"]+)"/.exec(text ?? '')?.[1];
}

/**
 * Matches a hidden key and its value in JSON text. User input cannot match: quotes inside a text value are
 * escaped, and no colon follows a text value.
 */
const marker = /"\$(?:p":(?:"([0-9a-f-]{36})"|null)|o":(?:"[^"]+"|null)|s":(?:(\d+)|null)),?/g;

/** An answer without its hidden keys: the text for the client, the distinct persons of its rows, and the search counts. */
interface Disclosed {
  readonly text: string;
  readonly persons: string[];
  readonly searches: number[];
}

/** Removes the hidden keys from the text of an answer and returns their values. */
export function disclosed(text: string): Disclosed {
  const persons = new Set<string>();
  const searches: number[] = [];
  const bare = text.replace(marker, (_, person: string | undefined, found: string | undefined) => {
    if (person) persons.add(person);
    if (found) searches.push(Number(found));
    return '';
  });
  return { text: bare, persons: [...persons], searches };
}
