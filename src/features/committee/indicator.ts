import { Field, Float, Int, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { IndicatorKey, IndicatorUnit } from '../indicators/index.js';
import { Partner } from '../partners/index.js';

export const FigureState = closedSet('FigureState', 'What stands behind a figure.', {
  SHOWN: 'The value is shown.',
  WITHHELD: 'It stands for too few, or would tell another that does.',
  NOT_REACHED: 'A median that is not reached: more than half still wait.',
  NO_DATA: 'There is nothing to count in the period.',
});
export type FigureState = keyof typeof FigureState;

/** A figure as it is shown, or why it is not. */
@ObjectType({ description: 'A figure.' })
abstract class ShownFigure {
  @Field(() => Float, { nullable: true, description: 'Null when withheld, not reached or without data.' })
  value!: number | null;

  @Field(() => Boolean, { description: 'Whether it is withheld.' })
  withheld!: boolean;

  @Field(() => FigureState, { description: 'What stands behind the value.' })
  state!: FigureState;

  @Field(() => Float, { nullable: true, description: 'What the value is a part of, where it is one.' })
  denominator!: number | null;
}

@ObjectType({ description: 'An indicator’s figure for one partner. Seen by the steering committee.' })
export class PartnerIndicator extends ShownFigure {
  @Field(() => Partner, { description: 'The partner.' })
  partner!: string;
}

@ObjectType({ description: 'A figure that somebody published. It stands beside the hub’s own.' })
export class PublishedFigure {
  @Field(() => Float, { description: 'The figure.' })
  value!: number;

  @Field(() => String, { description: 'What it counts.' })
  label!: string;

  @Field(() => String, { description: 'Where it was published.' })
  source!: string;
}

@ObjectType({ description: 'How much of the town an indicator covers.' })
export class Coverage {
  @Field(() => Int, { description: 'Partners whose figure is shown.' })
  partners!: number;

  @Field(() => Int, { description: 'All partners.' })
  of!: number;
}

/** One figure of the registry, with what it means and what it rests on. */
@ObjectType({
  description: 'A figure of the registry, recomputed from the rows. Seen by the steering committee.',
})
export class Indicator extends ShownFigure {
  @Field(() => IndicatorKey, { description: 'Which one.' })
  key!: IndicatorKey;

  @Field(() => String, { description: 'Its name, in the language of the request.' })
  label!: string;

  @Field(() => String, { description: 'What is counted.' })
  definition!: string;

  @Field(() => Int, { description: 'Grows whenever the definition changes.' })
  definitionVersion!: number;

  @Field(() => Boolean, {
    description: 'Whether the figure is exact: that of a calendar year. Others carry random noise.',
  })
  exact!: boolean;

  @Field(() => Coverage, { description: 'How many partners’ figures stand behind it.' })
  coverage!: Coverage;

  @Field(() => IndicatorUnit, { description: 'What it is counted in.' })
  unit!: IndicatorUnit;

  @Field(() => [PartnerIndicator], { description: 'The same for each partner.' })
  byPartner!: PartnerIndicator[];

  @Field(() => [PublishedFigure], { description: 'What was published for the period.' })
  published!: PublishedFigure[];

  @Field(() => DateTimeScalar, { description: 'When the facts behind it were made.' })
  dataAsOf!: Date | string;
}
