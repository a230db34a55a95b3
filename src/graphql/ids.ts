import { badInput } from './errors.js';

export interface GlobalId {
  /** What the id begins with, such as `pathway_`. */
  readonly prefix: string;
  readonly uuid: string;
}

const form = /^([a-z][A-Za-z]*_)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** What stands before the key in the ids of a type: `Pathway` → `pathway_`. */
export function idPrefix(typeName: string): string {
  return `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}_`;
}

/** The id of an object in the API. */
export function globalId(typeName: string, uuid: string): string {
  return idPrefix(typeName) + uuid;
}

/** Takes an id apart; undefined when it is not one. */
export function parseId(id: string): GlobalId | undefined {
  const [, prefix, uuid] = form.exec(id) ?? [];
  return prefix && uuid ? { prefix, uuid } : undefined;
}

/**
 * The key in an id given as a query's argument; undefined when it is the id of another type, which
 * is answered as an absent object is.
 * @throws a client's error when it is not an id at all
 */
export function keyOf(typeName: string, id: string, path: readonly string[]): string | undefined {
  const parsed = parseId(id);
  if (!parsed) throw badInput(`"${id.slice(0, 60)}" is not an id`, path);
  return parsed.prefix === idPrefix(typeName) ? parsed.uuid : undefined;
}
