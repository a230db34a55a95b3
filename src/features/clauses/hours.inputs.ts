import { Field, Float, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../graphql/scalars.js';
import { HoursKind } from './hours-entry.js';

@InputType({ description: 'The hours of one kind in one month of a contract.' })
export class HoursRow {
  @Field(() => ID, { description: 'The contract.' })
  contract!: string;

  @Field(() => DateScalar, {
    description: 'The month, by any of its days: within the contract and the lot, and not to come.',
  })
  month!: string;

  @Field(() => HoursKind, { description: 'What they were spent on; each kind comes once in a month.' })
  kind!: HoursKind;

  @Field(() => Float, {
    description: 'How many, to a hundredth; a month of a contract holds 151.67 of all kinds together.',
  })
  hours!: number;
}
