import type { EntityKeys } from '../graphql/federation.js';

/** The types that other subgraphs may extend, and the fields by which they refer to an object. */
export const entityKeys: EntityKeys = {
  Partner: ['id', 'slug'],
  Member: ['id'],
  Beneficiary: ['id'],
  Pathway: ['id'],
  Referral: ['id'],
  Service: ['id'],
};
