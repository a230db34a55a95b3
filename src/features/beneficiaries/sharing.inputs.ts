import { Field, ID, InputType } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line, PastDay } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreedAfterWithdrawal } from './consent.js';
import { AgreementMethod } from './sharing.js';

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

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The colleague who informed the person; the viewer unless said otherwise.',
  })
  informedBy?: string | null;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}

@InputType({ description: 'What a person agreed to anew before an agreement ends.' })
export class ExtendSharingInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The sharing that goes on.' })
  sharing!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'When the person agreed anew.' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day; at most, and unless said otherwise, 12 months after the new agreement.',
  })
  until?: string | null;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}

@InputType({ description: 'A sharing to end at once.' })
export class WithdrawSharingInput {
  @Id()
  @Field(() => ID, { description: 'The sharing.' })
  sharing!: string;

  @Line(500)
  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters.' })
  reason?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A person who withdraws everything from a partner.' })
export class WithdrawFromPartnerInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, { description: 'The partner that may see the person no more.' })
  partner!: string;

  @Line(500)
  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters.' })
  reason?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}
