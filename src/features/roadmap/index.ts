import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import * as roadmapCommands from './roadmap.commands.js';
import { RoadmapQueries } from './roadmap.queries.js';
import { RoadmapItem } from './roadmap-item.js';

export { RoadmapItem, RoadmapState } from './roadmap-item.js';

export const roadmap: Feature = {
  stored: [RoadmapItem],
  commands: commandsIn(roadmapCommands),
  resolvers: [RoadmapQueries],
};
