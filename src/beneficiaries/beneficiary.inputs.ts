import { Field, ID, InputType } from 'type-graphql';
import { SharingScope } from '../access/scope.js';
import { CreatingInput } from '../acts/creating-input.js';
import { Id, Line, PastDay, PersonName } from '../acts/rules.js';
import { DateScalar } from '../graphql/scalars.js';
import { District } from './beneficiary.js';
import { AgreementMethod } from './sharing.js';

@InputType({ description: 'A person to register.' })
export class RegisterBeneficiaryInput extends CreatingInput {
  @PersonName()
  @Field(() => String, { description: 'First name, at most 200 characters.' })
  firstName!: string;

  @PersonName()
  @Field(() => String, { description: 'Last name, at most 200 characters.' })
  lastName!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'Date of birth.' })
  birthDate!: string;

  @Field(() => District, { description: 'Where the person lives.' })
  district!: District;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'When the person was informed of the file, of its use and of their rights.',
  })
  informedOn!: string;
}

@InputType({ description: 'What a person agreed to share, with whom.' })
export class RecordSharingAgreementInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, { description: 'The partner that may see the person.' })
  partner!: string;

  @Field(() => SharingScope, { description: 'How far; at most as far as the viewer’s partner sees.' })
  scope!: SharingScope;

  @PastDay()
  @Field(() => DateScalar, { description: 'When the person agreed.' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day; at most, and unless said otherwise, 12 months after the agreement.',
  })
  until?: string | null;
}

@InputType({ description: 'A sharing to end at once.' })
export class WithdrawSharingInput {
  @Id()
  @Field(() => ID, { description: 'The sharing.' })
  sharing!: string;

  @Line(500)
  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters.' })
  reason?: string | null;
}
