import type { Feature } from '../feature.js';
import { Member } from './member.js';
import { MemberMutations } from './member.mutations.js';
import { Partner } from './partner.js';
import { PartnerMutations } from './partner.mutations.js';
import { PartnerQueries } from './partner.queries.js';
import { Service } from './service.js';
import { PartnerServices, ServiceMutations } from './service.mutations.js';
import { BrowserSession, endOldSessions } from './session.js';

export { InviteMemberInput } from './member.inputs.js';
export { Member } from './member.js';
export { AddPartnerInput } from './partner.inputs.js';
export { Partner, PartnerKind } from './partner.js';
export { Viewer } from './partner.queries.js';
export { capacityHolds, Service, ServiceStatus } from './service.js';
export { ServicePublic, ServiceTheme } from './service-vocabulary.js';

export const partners: Feature = {
  stored: [Partner, Member, Service, BrowserSession],
  resolvers: [PartnerQueries, PartnerServices, MemberMutations, PartnerMutations, ServiceMutations],
  periodicTasks: [endOldSessions],
};
