import type { GraphQLObjectType } from 'graphql';
import { idPrefix, parseId } from '../ids.js';
import { type EntityKey, type EntityKeys, keyName } from './extensions.js';
import type { ReadModel } from './model.js';

/** An object that a list of objects asks for: by its UUID (`id`) or by another key. */
export interface Wanted {
  readonly type: GraphQLObjectType;
  readonly key: EntityKey;
  readonly value: string;
}

/**
 * The object to which another subgraph refers. Undefined when the reference is malformed or leads to another type:
 * the answer is null then, as for an object that does not exist, because one bad reference must not spoil the others.
 */
export function wantedBy(representation: unknown, keys: EntityKeys, model: ReadModel): Wanted | undefined {
  if (typeof representation !== 'object' || representation === null) return undefined;
  const given = representation as Readonly<Record<string, unknown>>;
  const name = given['__typename'];
  if (typeof name !== 'string' || !Object.hasOwn(keys, name)) return undefined;
  const type = model.nodeType(idPrefix(name));
  const key = keys[name]?.find((it) => given[keyName(it)] !== undefined);
  const value = key && given[keyName(key)];
  if (!type || !key || typeof value !== 'string') return undefined;
  if (key !== 'id') return value.includes('\0') ? undefined : { type, key, value };
  const id = parseId(value);
  return id?.prefix === idPrefix(name) ? { type, key, value: id.uuid } : undefined;
}
