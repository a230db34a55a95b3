import { LapsedSharings } from './20261127-lapsed-sharings.js';
import { NamesInOrder } from './20261127-names-in-order.js';
import { SharingsByIndex } from './20261127-sharings-by-index.js';
import { CommitteeReleases } from './20261128-committee-releases.js';
import { DistinctCounts } from './20261128-distinct-counts.js';
import { EventsBySubject } from './20261128-events-by-subject.js';
import { FileEvents } from './20261128-file-events.js';
import { LastContacts } from './20261128-last-contacts.js';
import { NotificationEvents } from './20261128-notification-events.js';
import { NotificationTarget } from './20261128-notification-target.js';
import { PartnerActivity } from './20261128-partner-activity.js';
import { PartnerReferences } from './20261128-partner-references.js';
import { PersonsByPhone } from './20261128-persons-by-phone.js';
import { QuestionsOverseen } from './20261128-questions-overseen.js';
import { ReferralDelays } from './20261128-referral-delays.js';
import { Timeline } from './20261128-timeline.js';
import { OverlappingCounted } from './20261129-overlapping-counted.js';
import { Baseline } from './baseline/baseline.js';

/**
 * All migrations, oldest first: the name under which a database records it, and its class. Never edit or rename a
 * released migration. `npm run migration:create <name>` creates the next one.
 */
export const migrations = [
  { name: '20261127-baseline', class: Baseline },
  { name: '20261127-sharings-by-index', class: SharingsByIndex },
  { name: '20261127-names-in-order', class: NamesInOrder },
  { name: '20261127-lapsed-sharings', class: LapsedSharings },
  { name: '20261128-timeline', class: Timeline },
  { name: '20261128-file-events', class: FileEvents },
  { name: '20261128-persons-by-phone', class: PersonsByPhone },
  { name: '20261128-referral-delays', class: ReferralDelays },
  { name: '20261128-notification-target', class: NotificationTarget },
  { name: '20261128-notification-events', class: NotificationEvents },
  { name: '20261128-last-contacts', class: LastContacts },
  { name: '20261128-events-by-subject', class: EventsBySubject },
  { name: '20261128-committee-releases', class: CommitteeReleases },
  { name: '20261128-questions-overseen', class: QuestionsOverseen },
  { name: '20261128-partner-references', class: PartnerReferences },
  { name: '20261128-distinct-counts', class: DistinctCounts },
  { name: '20261128-partner-activity', class: PartnerActivity },
  { name: '20261129-overlapping-counted', class: OverlappingCounted },
];
