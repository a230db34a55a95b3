import { Field, ID, InputType } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Paragraph, PastDay, PersonName } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';
import { closedSet } from '../../graphql/enum.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreedAfterWithdrawal, AgreementMethod } from '../beneficiaries/index.js';

export const LinkAnswer = closedSet('LinkAnswer', 'What the referent partner answers.', {
  ACCEPT: 'The file is shared as the person agreed.',
  REFUSE: 'The file is not shared.',
});
export type LinkAnswer = keyof typeof LinkAnswer;

@InputType({ description: 'Whom a partner asks to see, why, and what the person agreed to.' })
export class RequestLinkInput extends CreatingInput {
  @PersonName()
  @Field(() => String, { description: 'First name, at most 200 characters.' })
  firstName!: string;

  @PersonName()
  @Field(() => String, { description: 'Last name, at most 200 characters.' })
  lastName!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'Date of birth.' })
  birthDate!: string;

  @Paragraph(1000)
  @Field(() => String, {
    description: 'What the partner wants to do with the person, at most 1,000 characters.',
  })
  purpose!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'When the person agreed.' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;

  @Field(() => SharingScope, { description: 'How far the person agreed to be seen.' })
  scope!: SharingScope;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'What the referent partner answers to a request.' })
export class AnswerLinkRequestInput {
  @Id()
  @Field(() => ID, { description: 'The request.' })
  linkRequest!: string;

  @Field(() => LinkAnswer, { description: 'Yes or no.' })
  answer!: LinkAnswer;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}
