import { Field, Float, Int, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { IndicatorKey, IndicatorUnit } from '../indicators/index.js';
import { Partner } from '../partners/index.js';

export const FigureState = closedSet('FigureState', 'Whether a figure is shown, and if not, why not.', {
  SHOWN: 'The value is shown.',
  WITHHELD:
    'The value is withheld: it counts too few persons or companies, or would reveal another value that does.',
  NOT_REACHED: 'The median is not reached: more than half are still waiting for an answer.',
  NO_DATA: 'There is nothing to count in the period.',
});
export type FigureState = keyof typeof FigureState;

/** A figure, or the reason why it is not shown. */
@ObjectType({ description: 'A figure.' })
abstract class ShownFigure {
  @Field(() => Float, {
    nullable: true,
    description: 'The value. Null when it is withheld or not reached, or when there is no data.',
  })
  value!: number | null;

  @Field(() => Boolean, { description: 'Whether the value is withheld.' })
  withheld!: boolean;

  @Field(() => FigureState, { description: 'Whether the value is shown, and if not, why not.' })
  state!: FigureState;

  @Field(() => Float, {
    nullable: true,
    description:
      'The number that the value is a part of; null when the value is not a part of another number.',
  })
  denominator!: number | null;
}

@ObjectType({ description: 'An indicator’s figure for one partner. Seen by the steering committee.' })
export class PartnerIndicator extends ShownFigure {
  @Field(() => Partner, { description: 'The partner.' })
  partner!: string;
}

@ObjectType({
  description:
    'A published figure, for comparison with the hub’s own figure. It never replaces the hub’s figure.',
})
export class PublishedFigure {
  @Field(() => Float, { description: 'The figure.' })
  value!: number;

  @Field(() => String, { description: 'What the figure counts.' })
  label!: string;

  @Field(() => String, { description: 'Where the figure was published.' })
  source!: string;
}

@ObjectType({ description: 'For how many of all partners a figure of the indicator is shown.' })
export class Coverage {
  @Field(() => Int, { description: 'The number of partners whose figure is shown.' })
  partners!: number;

  @Field(() => Int, { description: 'The number of all partners.' })
  of!: number;
}

/** A figure of the registry, with its definition and its coverage. */
@ObjectType({
  description: 'A figure of the registry, computed from the rows. Seen by the steering committee.',
})
export class Indicator extends ShownFigure {
  @Field(() => IndicatorKey, { description: 'The indicator.' })
  key!: IndicatorKey;

  @Field(() => String, { description: 'The indicator’s name, in the language of the request.' })
  label!: string;

  @Field(() => String, { description: 'What the indicator counts, in the language of the request.' })
  definition!: string;

  @Field(() => Int, {
    description: 'The version of the definition; it grows whenever the definition changes.',
  })
  definitionVersion!: number;

  @Field(() => Boolean, {
    description:
      'Whether the figure is exact. Figures of a calendar year are exact; others carry random noise.',
  })
  exact!: boolean;

  @Field(() => Coverage, {
    description: 'The number of partners whose figure is shown, and of all partners.',
  })
  coverage!: Coverage;

  @Field(() => IndicatorUnit, { description: 'The unit of the figure.' })
  unit!: IndicatorUnit;

  @Field(() => [PartnerIndicator], { description: 'The figure of each partner.' })
  byPartner!: PartnerIndicator[];

  @Field(() => [PublishedFigure], { description: 'The figures that were published for the period.' })
  published!: PublishedFigure[];

  @Field(() => DateTimeScalar, { description: 'When the facts behind the figure were computed.' })
  dataAsOf!: Date | string;
}
