import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line } from '../../commands/input-rules.js';
import { DateScalar } from '../../graphql/scalars.js';

@InputType({ description: 'A programme of insertion clauses, run by the viewer’s partner.' })
export class OpenClauseProgrammeInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The name people know it by, at most 200 characters.' })
  name!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, not before the first.' })
  until?: string | null;
}

@InputType({ description: 'A procurement with an insertion clause.' })
export class AddProcurementInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The programme it belongs to.' })
  programme!: string;

  @Line(100)
  @Field(() => String, { description: 'The buyer’s own reference, at most 100 characters.' })
  reference!: string;

  @Line(200)
  @Field(() => String, { description: 'What is bought, at most 200 characters.' })
  name!: string;

  @Line(200)
  @Field(() => String, { description: 'Who buys, at most 200 characters.' })
  buyer!: string;

  @Field(() => DateScalar, { description: 'The day it was signed.' })
  signedOn!: string;
}

@InputType({ description: 'A lot of a procurement.' })
export class AddLotInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The procurement it is a part of.' })
  procurement!: string;

  @Field(() => Int, { description: 'Its number in the procurement, 1 to 9,999; each comes once.' })
  number!: number;

  @Line(200)
  @Field(() => String, { description: 'What it is about, at most 200 characters.' })
  name!: string;

  @Id()
  @Field(() => ID, { description: 'The company that it was awarded to.' })
  company!: string;

  @Field(() => Int, { description: 'The hours of work that the company committed to, 1 to 10,000,000.' })
  hoursCommitted!: number;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day, not before the first.' })
  endsOn!: string;
}

@InputType({ description: 'A company that a lot is awarded to, or that employs for it.' })
export class AddCompanyInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The name it trades under, at most 200 characters.' })
  name!: string;

  @Line(100)
  @Field(() => String, {
    nullable: true,
    description: 'The 14 digits of its SIRET; refused when another company has it.',
  })
  siret?: string | null;

  @Line(100)
  @Field(() => String, { description: 'What it does, at most 100 characters.' })
  sector!: string;
}
