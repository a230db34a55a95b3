import type { Feature } from '../feature.js';
import { FileEventResolver } from './file-event.js';
import { tellPartners } from './tell-partners.js';

/** Events by which a client that shows a person's file learns of changes by any partner. */
export const fileEvents: Feature = {
  stored: [],
  resolvers: [FileEventResolver],
  consumers: [tellPartners],
};
