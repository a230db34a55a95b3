import type { DatabaseRole } from '../../database/database-role.js';

/** Persons whom an answer tells of, before it leaves. */
export interface Disclosure {
  readonly session: DatabaseRole;
  readonly via: 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';
  /** The operation's root fields, by the schema's names. */
  readonly operation: string;
  readonly persons: readonly string[];
  /** For each search about persons in it, how many it found. */
  readonly searches?: readonly number[];
}

/** Writes down who is shown whom; the answer waits for it. */
export type RecordDisclosure = (disclosure: Disclosure) => Promise<void>;

/** The key under which a row carries its person's key; no response key can be that. */
export const personKey = '$p';

/** The key under which a thing that is read alone says that it is opened by that; no response key can be it. */
export const openedKey = '$o';

/** The key under which a search about persons says how many it found; no response key can be it. */
export const searchKey = '$s';

/** The id of the thing that a root field's text opens for the first time, if it does. */
export function openedBy(text: string | null): string | undefined {
  return /^\{"\$o":"([^"]+)"/.exec(text ?? '')?.[1];
}

/**
 * A row's person in JSON text. Inside a text value the quotes would be escaped, and after one there is no
 * colon: so nothing that somebody typed is taken for it.
 */
const marker = /"\$(?:p":(?:"([0-9a-f-]{36})"|null)|o":(?:"[^"]+"|null)|s":(?:(\d+)|null)),?/g;

/** What an answer tells of persons: the text for the client, whom its rows tell of, each once, and what searches found. */
interface Disclosed {
  readonly text: string;
  readonly persons: string[];
  readonly searches: number[];
}

/** Takes out of an answer's text what its rows say to the engine. */
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
