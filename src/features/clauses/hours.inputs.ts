import { Field, Float, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../graphql/scalars.js';
import { HoursKind } from './hours-entry.js';

@InputType({ description: 'The hours of one kind in one month of a contract.' })
export class HoursRow {
  @Field(() => ID, { description: 'The contract.' })
  contract!: string;

  @Field(() => DateScalar, {
    description:
      'The month, as any of its days. It must be within the contract and the lot, and not in the future.',
  })
  month!: string;

  @Field(() => HoursKind, {
    description: 'The kind of hours. A contract has at most one entry of each kind in a month.',
  })
  kind!: HoursKind;

  @Field(() => Float, {
    description:
      'The number of hours, with at most two decimals. All kinds together may not exceed 151.67 hours in a month of a contract.',
  })
  hours!: number;
}
