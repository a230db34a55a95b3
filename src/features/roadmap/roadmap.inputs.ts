import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line, Paragraph } from '../../commands/input-rules.js';
import { DateScalar } from '../../graphql/scalars.js';
import { IndicatorKey } from '../indicators/index.js';
import { RoadmapState } from './roadmap-item.js';

@InputType({ description: 'Something that the partners have agreed to do.' })
export class AddRoadmapItemInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'What is to be done, at most 200 characters.' })
  title!: string;

  @Paragraph(4000)
  @Field(() => String, { description: 'More about it, at most 4,000 characters.' })
  description!: string;

  @Id()
  @Field(() => ID, { description: 'The partner that answers for it.' })
  owner!: string;

  @Field(() => DateScalar, { description: 'The day by which it is to be done.' })
  dueOn!: string;

  @Field(() => IndicatorKey, {
    nullable: true,
    description: 'The indicator that tells whether it bears fruit.',
  })
  indicator?: IndicatorKey | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What that indicator is to reach, 0 or more; refused without an indicator.',
  })
  target?: number | null;
}

/** What an act on an item names: the item, and the version that the caller read. */
@InputType({ description: 'What an act on an item of the roadmap names.' })
export abstract class RoadmapItemActInput {
  @Id()
  @Field(() => ID, { description: 'The item.' })
  item!: string;

  @Field(() => Int, { description: 'The version that the caller read; refused if it has changed since.' })
  expectedVersion!: number;
}

@InputType({ description: 'What changes on an item; what is left out stays.' })
export class EditRoadmapItemInput extends RoadmapItemActInput {
  @Line(200)
  @Field(() => String, { nullable: true, description: 'What is to be done, at most 200 characters.' })
  title?: string | null;

  @Paragraph(4000)
  @Field(() => String, { nullable: true, description: 'More about it, at most 4,000 characters.' })
  description?: string | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The partner that answers for it.' })
  owner?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day by which it is to be done.' })
  dueOn?: string | null;

  @Field(() => IndicatorKey, {
    nullable: true,
    description: 'The indicator that tells whether it bears fruit; null takes it away, with its target.',
  })
  indicator?: IndicatorKey | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What the indicator is to reach, 0 or more; null takes it away.',
  })
  target?: number | null;
}

@InputType({ description: 'Where an item stands now.' })
export class MoveRoadmapItemInput extends RoadmapItemActInput {
  @Field(() => RoadmapState, { description: 'Where it stands.' })
  state!: RoadmapState;
}
