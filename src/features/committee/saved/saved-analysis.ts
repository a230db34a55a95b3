import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { myself, readsCommittee } from '../../../access/policies.js';
import { Node } from '../../../graphql/node.js';
import { Computed, ViewOf } from '../../../graphql/read/declare.js';
import type { Row } from '../../../graphql/read/row.js';
import { literal, type Sql, sql } from '../../../graphql/read/sql.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { District } from '../../beneficiaries/index.js';
import { Member } from '../../partners/index.js';
import type { AnalysisInput } from '../analysis/analysis.js';
import { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from '../analysis/lists.js';

const mine = `owner_id = ${myself}`;

/** A part of the saved question, as JSON. */
function asked(...path: string[]): (row: Row) => Sql {
  return (row) => sql`${row.column('question')} #> ${literal(`{${path.join(',')}}`)}`;
}

@ObjectType({ description: 'When a saved question is about: half-open.' })
@ViewOf(() => SavedAnalysis)
export class SavedAnalysisPeriod {
  @Field(() => DateScalar, { description: 'The first day.' })
  @Computed(asked('period', 'from'))
  from!: string;

  @Field(() => DateScalar, { description: 'The day after the last.' })
  @Computed(asked('period', 'until'))
  until!: string;
}

@ObjectType({ description: 'Which rows a saved question is about.' })
@ViewOf(() => SavedAnalysis)
export class SavedAnalysisFilter {
  @Field(() => [ID], { nullable: true, description: 'Of these partners; null for all.' })
  @Computed(asked('filter', 'partner'))
  partner!: string[] | null;

  @Field(() => [District], { nullable: true, description: 'Of persons who live here; null for everywhere.' })
  @Computed(asked('filter', 'district'))
  district!: District[] | null;
}

/**
 * A question that a member of the committee keeps, to ask it again. The committee sees it once it is
 * shared; its owner sees it even when it is deleted, which is what tells a deletion that is asked for twice.
 */
@ObjectType({
  implements: Node,
  description: 'A question kept to be asked again. Seen by its owner, and by the committee when shared.',
})
@Entity({
  tableName: 'saved_analysis',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'kept',
      command: 'select',
      roles: ['hub_partner'],
      using: `${readsCommittee} and (${mine} or shared and ended_at is null)`,
    },
    { name: 'keep', command: 'insert', roles: ['hub_partner'], check: `${readsCommittee} and ${mine}` },
    {
      name: 'own',
      command: 'update',
      roles: ['hub_partner'],
      using: `${readsCommittee} and ${mine} and ended_at is null`,
      check: `${readsCommittee} and ${mine}`,
    },
  ],
})
@Index({ name: 'saved_analysis_newest', properties: ['createdAt', 'id'] })
export class SavedAnalysis extends Node {
  @Field(() => String, { description: 'What it asks, for people.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => Member, {
    nullable: true,
    description: 'Whose it is; null unless a member of the viewer’s partner.',
  })
  @ManyToOne(() => Member)
  owner!: Member;

  @Field(() => Boolean, { description: 'Whether the whole committee sees it.' })
  @Property({ type: 'boolean' })
  shared!: boolean;

  @Property({ type: 'json' })
  question!: AnalysisInput;

  @Field(() => AnalysisSubject, { description: 'What it is about.' })
  @Computed(asked('subject'))
  readonly subject!: AnalysisSubject;

  @Field(() => [AnalysisMeasure], { description: 'What is counted.' })
  @Computed(asked('measures'))
  readonly measures!: AnalysisMeasure[];

  @Field(() => [AnalysisDimension], { description: 'What it is split by.' })
  @Computed(asked('by'))
  readonly by!: AnalysisDimension[];

  @Field(() => SavedAnalysisPeriod, { description: 'When.' })
  readonly period!: SavedAnalysisPeriod;

  @Field(() => SavedAnalysisFilter, { description: 'Which rows.' })
  readonly filter!: SavedAnalysisFilter;

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was deleted; its owner may still read it by its id, the others see it no more.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt?: Date | null;
}
