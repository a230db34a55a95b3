import type { Feature } from '../feature.js';
import { RoadmapMutations } from './roadmap.mutations.js';
import { RoadmapQueries } from './roadmap.queries.js';
import { RoadmapItem } from './roadmap-item.js';

export { RoadmapItem, RoadmapState } from './roadmap-item.js';

export const roadmap: Feature = { stored: [RoadmapItem], resolvers: [RoadmapQueries, RoadmapMutations] };
