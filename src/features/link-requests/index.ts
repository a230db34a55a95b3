import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import * as linkCommands from './link.commands.js';
import { LinkQueries } from './link.queries.js';
import { LinkEventResolver } from './link-event.js';
import { LinkMatch } from './link-match.js';
import { LinkRequest } from './link-request.js';

export { LinkRequest } from './link-request.js';

export const linkRequests: Feature = {
  stored: [LinkRequest, LinkMatch],
  commands: commandsIn(linkCommands),
  resolvers: [LinkQueries, LinkEventResolver],
};
