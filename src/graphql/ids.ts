import { badInput } from './errors.js';

export interface GlobalId {
  /** The prefix of the id, such as `pathway_`. */
  readonly prefix: string;
  readonly uuid: string;
}

const form = /^([a-z][A-Za-z]*_)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The prefix of the ids of a type: `Pathway` → `pathway_`. */
export function idPrefix(typeName: string): string {
  return `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}_`;
}

/** The id of an object in the API: prefix and UUID. */
export function globalId(typeName: string, uuid: string): string {
  return idPrefix(typeName) + uuid;
}

/** Splits an id into prefix and UUID; undefined when the text is not an id. */
export function parseId(id: string): GlobalId | undefined {
  const [, prefix, uuid] = form.exec(id) ?? [];
  return prefix && uuid ? { prefix, uuid } : undefined;
}

/**
 * The UUID in an id given as an argument of a query; undefined when the id belongs to another type. The
 * query then answers as for an object that does not exist.
 * @throws BAD_USER_INPUT when the text is not an id
 */
export function keyOf(typeName: string, id: string, path: readonly string[]): string | undefined {
  const { prefix, uuid } = requireId(id, path);
  return prefix === idPrefix(typeName) ? uuid : undefined;
}

/**
 * Splits an id given as an argument of a query.
 * @throws BAD_USER_INPUT when the text is not an id
 */
export function requireId(id: string, path: readonly string[]): GlobalId {
  const parsed = parseId(id);
  if (parsed) return parsed;
  const quoted = id.slice(0, 60);
  throw badInput(
    {
      fr: `« ${quoted} » n’est pas un identifiant : utilisez-en un de la plateforme.`,
      en: `"${quoted}" is not an id: use one of the hub.`,
    },
    path,
  );
}
