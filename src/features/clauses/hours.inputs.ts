import { Field, Float, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line } from '../../commands/input-rules.js';
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

@InputType({ description: 'Hours to declare. All are declared, or none.' })
export class DeclareHoursInput extends CreatingInput {
  @Field(() => [HoursRow], { description: 'The hours, 1 to 200 rows.' })
  rows!: HoursRow[];
}

@InputType({ description: 'Declared hours to confirm.' })
export class ValidateHoursInput {
  @Field(() => [ID], { description: 'The entries, 1 to 200. All are validated, or none.' })
  entries!: string[];
}

@InputType({ description: 'Hours that are not confirmed.' })
export class RejectHoursInput {
  @Id()
  @Field(() => ID, { description: 'The entry: declared, or validated by mistake.' })
  entry!: string;

  @Line(500)
  @Field(() => String, { description: 'Why, at most 500 characters.' })
  reason!: string;
}
