import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { IndicatorKey, IndicatorUnit } from '../indicators/index.js';
import { Partner } from '../partners/index.js';
import { ActivitySum } from './figures/activity-sum.js';
import { FigureState } from './measures/figure-state.js';
import { Release } from './releases/release.js';

/** A figure, or the reason why it is not shown. */
@ObjectType({ description: 'A figure.' })
abstract class ShownFigure {
  @Field(() => Float, {
    nullable: true,
    description: 'The value; 0 for what is impossible by definition. Null when it is not shown.',
  })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Half the width of the interval that holds the true value with 95 %; 0 when it is exact, null when it is not shown.',
  })
  margin!: number | null;

  @Field(() => Boolean, { description: 'Whether the value is withheld.' })
  withheld!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the figure is exact, as in a closed year; other figures carry random noise.',
  })
  exact!: boolean;

  @Field(() => FigureState, { description: 'Whether the value is shown, and if not, why not.' })
  state!: FigureState;

  @Field(() => Float, {
    nullable: true,
    description: 'The number that an exact value is a part of; null for other values.',
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

@ObjectType({
  description: 'For how many of the partners to which an indicator applies its figure is shown.',
})
export class Coverage {
  @Field(() => Int, { description: 'The number of partners whose figure is shown.' })
  partners!: number;

  @Field(() => Int, { description: 'The number of partners to which the indicator applies.' })
  of!: number;
}

/** A figure of the registry, with its definition and its coverage. */
@ObjectType({
  description: 'A figure of the registry, as a release shows it. Seen by the steering committee.',
})
export class Indicator extends ShownFigure {
  @Field(() => IndicatorKey, { description: 'The indicator.' })
  key!: IndicatorKey;

  @Field(() => Release, { description: 'The release whose figure is shown.' })
  release!: Release;

  @Field(() => String, { description: 'The indicator’s name, in the language of the request.' })
  label!: string;

  @Field(() => String, { description: 'What the indicator counts, in the language of the request.' })
  definition!: string;

  @Field(() => Int, {
    description: 'The version of the definition; it grows whenever the definition changes.',
  })
  definitionVersion!: number;

  @Field(() => Coverage, {
    description: 'The number of partners whose figure is shown, and of those to which the indicator applies.',
  })
  coverage!: Coverage;

  @Field(() => IndicatorUnit, { description: 'The unit of the figure.' })
  unit!: IndicatorUnit;

  @Field(() => [PartnerIndicator], {
    description: 'The figure of each partner, in the alphabetical order of their names.',
  })
  byPartner!: PartnerIndicator[];

  @Field(() => ActivitySum, {
    nullable: true,
    description:
      'The figure together with those of partners’ own systems. Null when no such system took part in the period, and for indicators that such systems are not asked for.',
  })
  withPartners?: ActivitySum | null;

  @Field(() => [PublishedFigure], { description: 'The figures that were published for the period.' })
  published!: PublishedFigure[];

  @Field(() => DateTimeScalar, { description: 'When the data of the release were read.' })
  dataAsOf!: Date | string;
}
