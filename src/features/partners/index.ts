import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import * as memberCommands from './member.commands.js';
import { Member } from './member.js';
import * as partnerCommands from './partner.commands.js';
import { Partner } from './partner.js';
import { PartnerQueries } from './partner.queries.js';
import * as serviceCommands from './service.commands.js';
import { Service } from './service.js';
import { PartnerServices } from './service.queries.js';
import { BrowserSession, endOldSessions } from './session.js';

export { InviteMemberInput } from './member.commands.js';
export { Member } from './member.js';
export { AddPartnerInput } from './partner.commands.js';
export { Partner, PartnerKind } from './partner.js';
export { Viewer } from './partner.queries.js';
export { capacityHolds, Service, ServiceStatus } from './service.js';
export { ServiceConnection, servicesByName } from './service.queries.js';
export { ServicePublic, ServiceTheme } from './service-vocabulary.js';

export const partners: Feature = {
  stored: [Partner, Member, Service, BrowserSession],
  commands: commandsIn(memberCommands, partnerCommands, serviceCommands),
  resolvers: [PartnerQueries, PartnerServices],
  periodicTasks: [endOldSessions],
};
