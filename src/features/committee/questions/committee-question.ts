import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { inRole, me, myself, overseesTown, readsCommittee } from '../../../access/policies.js';
import { Node } from '../../../graphql/node.js';
import { Computed } from '../../../graphql/read/declare.js';
import { sql } from '../../../graphql/read/sql.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { Member, Partner } from '../../partners/index.js';
import { AnalysisFilterValue } from '../analysis/analysis.js';
import { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from '../lattice/lists.js';
import { asked } from '../saved/asked.js';
import { hoursWatched } from './overlapping.js';

const own = `${readsCommittee} and member_id = ${myself}`;

/** A log entry for a question that the committee asked. No policy allows changing or deleting it. */
@ObjectType({
  implements: Node,
  description:
    'An entry of the log of questions. Seen by the member who asked, by the town’s coordinator and by the town’s data protection officer.',
})
@Entity({
  tableName: 'committee_question',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'select', roles: ['hub_partner'], using: own },
    {
      name: 'oversee',
      command: 'select',
      roles: ['hub_partner'],
      using: `${inRole('COORDINATOR')} or ${overseesTown}`,
    },
    { name: 'note', command: 'insert', roles: ['hub_partner'], check: `${own} and partner_id = ${me}` },
    { name: 'watch', command: 'select', roles: ['hub_system'], using: 'true' },
  ],
})
@Index({ name: 'committee_question_of_member', properties: ['member', 'askedAt'] })
@Index({ name: 'committee_question_latest', properties: ['askedAt', 'id'] })
export class CommitteeQuestion extends Node {
  @Field(() => Member, {
    nullable: true,
    description: 'The member who asked. Null unless the member works for the viewer’s partner.',
  })
  @ManyToOne(() => Member)
  member!: Member;

  @Field(() => Partner, { description: 'The partner that this member worked for.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => DateTimeScalar, { description: 'When the question was asked.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  askedAt!: Date;

  @Property({ type: 'json' })
  question!: object;

  @Field(() => AnalysisSubject, { description: 'What the question was about.' })
  @Computed(asked('subject'))
  readonly subject!: AnalysisSubject;

  @Field(() => [AnalysisMeasure], { description: 'What the question counted.' })
  @Computed(asked('measures'))
  readonly measures!: AnalysisMeasure[];

  @Field(() => [AnalysisDimension], { description: 'What the figures were split by.' })
  @Computed(asked('by'))
  readonly by!: AnalysisDimension[];

  @Field(() => DateScalar, { description: 'The first day of the period.' })
  @Computed(asked('from'))
  readonly from!: string;

  @Field(() => DateScalar, { description: 'The day after the last of the period.' })
  @Computed(asked('until'))
  readonly until!: string;

  @Field(() => [AnalysisFilterValue], { description: 'The values that the question was filtered by.' })
  @Computed(
    (row) =>
      sql`(select coalesce(jsonb_agg(jsonb_build_object('dimension', v.key, 'key', v.value) order by v.key), '[]')
        from jsonb_each_text(${row.column('question')} -> 'filter') v)`,
  )
  readonly values!: AnalysisFilterValue[];

  @Field(() => Int, { description: 'The number of rows in the answer.' })
  @Property({ type: 'integer' })
  rows!: number;

  @Field(() => Int, { description: 'The number of withheld cells in the answer.' })
  @Property({ type: 'integer' })
  withheld!: number;

  @Field(() => Int, {
    description: `How many different questions, this one included, the member had asked about the same subject and overlapping periods within the ${hoursWatched} hours before.`,
  })
  // The default is for hubs of before this column, during an upgrade.
  @Property({ type: 'integer', default: 1 })
  overlapping!: number;
}
