import { type EntityMetadata, MetadataStorage, type PolicyDef } from '@mikro-orm/core';
import type { Stored } from '../../graphql/read/declare.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Merge } from './merge.js';

/** What `merges.cover()` gives in the database to every table that names a person. */
const policy: PolicyDef = {
  name: 'merge',
  command: 'all',
  roles: ['hub_merges'],
  using: 'true',
  check: 'true',
};

/** Gives every stored class that names a person the policy by which a merge moves its rows. */
export function movable<Type extends Stored>(stored: readonly Type[]): readonly Type[] {
  for (const type of stored) {
    if (!namesPersons(type) || (type as Stored) === Merge) continue;
    const declared = declaredOf(type);
    declared.policies = [...declared.policies, policy];
  }
  return stored;
}

/** Whether a property of the class, or of one that it extends, points at a person. */
function namesPersons(type: Stored): boolean {
  const own = Object.values(declaredOf(type).properties) as { entity?: () => unknown }[];
  if (own.some((property) => property.entity?.() === Beneficiary)) return true;
  const base = Object.getPrototypeOf(type) as Stored;
  return base !== Function.prototype && namesPersons(base);
}

/** What the class's decorators said, before MikroORM's discovery. */
function declaredOf(type: Stored): EntityMetadata {
  const path = (type as unknown as Record<symbol, string>)[MetadataStorage.PATH_SYMBOL] as string;
  return MetadataStorage.getMetadata(type.name, path, type as never);
}
