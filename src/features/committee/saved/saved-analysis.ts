import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { myself, readsCommittee } from '../../../access/policies.js';
import { Node } from '../../../graphql/node.js';
import { Computed, ViewOf } from '../../../graphql/read/declare.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { District } from '../../beneficiaries/index.js';
import { Member } from '../../partners/index.js';
import { AnalysisFilterValue, type AnalysisInput } from '../analysis/analysis.js';
import { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from '../lattice/lists.js';
import { asked } from './asked.js';

const mine = `owner_id = ${myself}`;

@ObjectType({ description: 'The half-open period of a saved question.' })
@ViewOf(() => SavedAnalysis)
export class SavedAnalysisPeriod {
  @Field(() => DateScalar, { description: 'The first day.' })
  @Computed(asked('period', 'from'))
  from!: string;

  @Field(() => DateScalar, { description: 'The day after the last.' })
  @Computed(asked('period', 'until'))
  until!: string;
}

@ObjectType({ description: 'Which rows a saved question counts.' })
@ViewOf(() => SavedAnalysis)
export class SavedAnalysisFilter {
  @Field(() => [ID], { nullable: true, description: 'Only rows of these partners; null for all partners.' })
  @Computed(asked('filter', 'partner'))
  partner!: string[] | null;

  @Field(() => [District], {
    nullable: true,
    description: 'Only rows of persons who live in these districts; null for all districts.',
  })
  @Computed(asked('filter', 'district'))
  district!: District[] | null;

  @Field(() => [AnalysisFilterValue], {
    nullable: true,
    description: 'Only rows with these values of dimensions; null without such a filter.',
  })
  @Computed(asked('filter', 'values'))
  values!: AnalysisFilterValue[] | null;
}

/**
 * A question that a member of the committee saved. The committee sees it while it is shared and not deleted.
 * Its owner also sees it after deletion, so that a repeated deletion can be recognised.
 */
@ObjectType({
  implements: Node,
  description:
    'A saved question, which can be asked again. Seen by its owner, and by the committee when it is shared.',
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
  @Field(() => String, { description: 'The title of the question.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => Member, {
    nullable: true,
    description:
      'The member who saved the question. Null unless the owner is a member of the viewer’s partner.',
  })
  @ManyToOne(() => Member)
  owner!: Member;

  @Field(() => Boolean, { description: 'Whether the whole committee sees the question.' })
  @Property({ type: 'boolean' })
  shared!: boolean;

  @Property({ type: 'json' })
  question!: AnalysisInput;

  @Field(() => AnalysisSubject, { description: 'What the question is about.' })
  @Computed(asked('subject'))
  readonly subject!: AnalysisSubject;

  @Field(() => [AnalysisMeasure], { description: 'What the question counts.' })
  @Computed(asked('measures'))
  readonly measures!: AnalysisMeasure[];

  @Field(() => [AnalysisDimension], { description: 'What the figures are split by.' })
  @Computed(asked('by'))
  readonly by!: AnalysisDimension[];

  @Field(() => SavedAnalysisPeriod, { description: 'The period that the question covers.' })
  readonly period!: SavedAnalysisPeriod;

  @Field(() => SavedAnalysisFilter, { description: 'Which rows the question counts.' })
  readonly filter!: SavedAnalysisFilter;

  @Field(() => DateTimeScalar, { description: 'When the question was saved.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the question was deleted. Its owner can still read it by its id; other members no longer see it.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt?: Date | null;
}
