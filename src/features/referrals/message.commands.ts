import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Paragraph } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { ReferralMessage } from './message.js';
import { Referral } from './referral.js';
import { say } from './say.js';

@InputType({ description: 'What one side of a referral writes to the other.' })
export class SendReferralMessageInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The referral.' })
  referral!: string;

  @Paragraph(2000)
  @Field(() => String, { description: 'What is written, at most 2,000 characters.' })
  text!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const sendReferralMessage = defineCommand({
  name: 'sendReferralMessage',
  description:
    'Writes to the other side of a referral, open or closed, as long as both see the person. For both sides; both are told.',
  input: SendReferralMessageInput,
  payload: { message: () => ReferralMessage },
  async run(command, input) {
    const referral = await command.find(Referral, input.referral, 'referral', true);
    const { from, to } = referral;
    if (!referral.sentAt) {
      throw refusal('TRANSITION_NOT_ALLOWED', 'referral', {
        fr: 'Un brouillon n’a pas encore de destinataire à qui écrire.',
        en: 'A draft has nobody yet to write to.',
      });
    }
    checkWording('text', input.text, input.confirmWording);
    if (command.viewer.partnerId === to.id) referral.seenAt ??= command.now;
    const message = await say(command, referral, input.text);
    command.emit({ topic: 'REFERRAL', kind: 'MESSAGED', subject: referral.id, to: [from.id, to.id] });
    return message.id;
  },
});
