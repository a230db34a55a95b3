import type { Feature } from '../graphql/feature.js';
import { Member } from './member.js';
import { Partner } from './partner.js';
import { PartnerQueries } from './partner.queries.js';
import { BrowserSession, endOldSessions } from './session.js';

export { Member } from './member.js';
export { Partner, PartnerKind } from './partner.js';

export const partners: Feature = {
  stored: [Partner, Member, BrowserSession],
  resolvers: [PartnerQueries],
  chores: [endOldSessions],
};
