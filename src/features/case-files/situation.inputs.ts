import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line, PastDay } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';
import { DateScalar } from '../../graphql/scalars.js';
import { BarrierStatus, BarrierTheme } from './barrier.js';
import { ContactKind } from './contact.js';
import { CriterionKey } from './criterion.js';

@InputType({ description: 'How a person is reached.' })
export class AddContactInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => ContactKind, { description: 'What sort of contact.' })
  kind!: ContactKind;

  @Line(300)
  @Field(() => String, { description: 'The number or the address, at most 300 characters.' })
  value!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the person would rather be reached this way.',
  })
  preferred?: boolean | null;
}

@InputType({ description: 'A contact that is wrong, or no more.' })
export class RemoveContactInput {
  @Id()
  @Field(() => ID, { description: 'The contact.' })
  contact!: string;
}

@InputType({ description: 'A criterion that a person meets.' })
export class RecordCriterionInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => CriterionKey, { description: 'Which criterion.' })
  key!: CriterionKey;

  @PastDay()
  @Field(() => DateScalar, { description: 'The first day.' })
  since!: string;
}

@InputType({ description: 'A criterion that a person meets no more.' })
export class EndCriterionInput {
  @Id()
  @Field(() => ID, { description: 'The criterion.' })
  criterion!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The last day.' })
  until!: string;
}

@InputType({ description: 'What stands in a person’s way.' })
export class RecordBarrierInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => BarrierTheme, { description: 'What it is about.' })
  theme!: BarrierTheme;

  @Field(() => BarrierStatus, {
    nullable: true,
    defaultValue: 'OPEN',
    description: 'What is being done about it.',
  })
  status?: BarrierStatus | null;

  @Line(500)
  @Field(() => String, {
    nullable: true,
    description: 'More, at most 500 characters; refused for SANTE.',
  })
  note?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'What became of a barrier.' })
export class ChangeBarrierInput {
  @Id()
  @Field(() => ID, { description: 'The barrier.' })
  barrier!: string;

  @Field(() => Int, { description: 'The version that the caller read; refused if it has changed since.' })
  expectedVersion!: number;

  @Field(() => BarrierStatus, {
    nullable: true,
    description: 'What is being done about it; as it was if null.',
  })
  status?: BarrierStatus | null;

  @Line(500)
  @Field(() => String, {
    nullable: true,
    description: 'More, at most 500 characters, null for none; as it was if left out; refused for SANTE.',
  })
  note?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}
