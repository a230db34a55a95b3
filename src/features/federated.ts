import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { PartnerSystem } from '../config/index.js';
import type { EntityKeys } from '../graphql/federation.js';
import { StartError } from '../start-error.js';
import { partnerKey } from './beneficiaries/index.js';

/** The types that other subgraphs may extend, and the fields by which they refer to an object. */
const entityKeys = {
  Partner: ['id', 'slug'],
  Member: ['id'],
  Beneficiary: ['id'],
  Pathway: ['id'],
  Referral: ['id'],
  Service: ['id'],
} satisfies EntityKeys;

/**
 * The keys of all types. The system of a partner refers to a person by the partner's own reference.
 * @throws StartError when a name of the hub begins with the prefix of a partner
 */
export function keysWith(systems: readonly PartnerSystem[], schema: GraphQLSchema): EntityKeys {
  for (const { prefix } of systems) {
    const taken = nameWith(prefix, schema);
    if (taken)
      throw new StartError(
        `HUB_PARTNER_SYSTEMS has the prefix ${prefix}, with which the hub’s ${taken} begins: choose another prefix.`,
      );
  }
  const references = systems.map(({ prefix, partner }) => ({
    name: `${prefix}Reference`,
    ...partnerKey(partner),
  }));
  return { ...entityKeys, Beneficiary: [...entityKeys.Beneficiary, ...references] };
}

/** A type or field of the hub whose name is for the partner with the prefix. */
function nameWith(prefix: string, schema: GraphQLSchema): string | undefined {
  const isTaken = (name: string) => new RegExp(`^${prefix}([A-Z0-9]|$)`).test(name);
  const types = Object.values(schema.getTypeMap());
  const fields = types.filter(isObjectType).flatMap((type) => Object.keys(type.getFields()));
  return types
    .map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1))
    .concat(fields)
    .find(isTaken);
}
