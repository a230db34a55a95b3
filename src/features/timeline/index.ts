import type { Feature } from '../feature.js';
import { BeneficiaryTimeline } from './timeline.queries.js';
import { TimelineEntry } from './timeline-entry.js';

/** What happened with a person, across all features. */
export const timeline: Feature = {
  stored: [TimelineEntry],
  resolvers: [BeneficiaryTimeline],
};
