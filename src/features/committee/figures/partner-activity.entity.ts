import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../../../graphql/node.js';
import { Partner } from '../../partners/index.js';
import type { ReportedFigure } from '../partner-systems/ask-activity.js';
import { insertOnly } from '../releases/policies.js';
import { CommitteeRelease } from '../releases/release.entity.js';

/**
 * What the system of a partner reported of a subject and a period when the release was made in which the period is
 * drawn. It never changes: no policy allows it.
 */
@Entity({ tableName: 'committee_activity', rowLevelSecurity: 'force', policies: insertOnly })
@Unique({ name: 'committee_activity_reported_once', properties: ['partner', 'subject', 'period'] })
export class CommitteeActivity extends Node {
  @ManyToOne(() => CommitteeRelease)
  release!: CommitteeRelease;

  @ManyToOne(() => Partner)
  partner!: Partner;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'text' })
  period!: string;

  /** Null when the system did not answer. */
  @Property({ type: 'json', nullable: true })
  figures?: readonly ReportedFigure[] | null;
}
