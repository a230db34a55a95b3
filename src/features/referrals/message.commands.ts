import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Paragraph } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { ReferralMessage } from './message.js';
import { Referral } from './referral.js';
import { writeMessage } from './write-message.js';

@InputType({ description: 'A message to the other side of a referral.' })
export class SendReferralMessageInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The referral.' })
  referral!: string;

  @Paragraph(2000)
  @Field(() => String, { description: 'Text of the message, at most 2,000 characters.' })
  text!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

/** SQL condition: the referral is sent, and both sides see the person. */
const isSeenByBothSides = (
  referral: Row,
) => sql`${referral.column('sentAt')} is not null and (select count(distinct s.partner_id)
  from sharing s where s.beneficiary_id = ${referral.column('beneficiary')}
    and s.partner_id in (${referral.column('from')}, ${referral.column('to')})
    and access.in_force(s.ended_at, s.until)) = 2`;

export const sendReferralMessage = defineCommand({
  name: 'sendReferralMessage',
  description:
    'Sends a message to the other side of a referral, open or closed, as long as both sides see the person. Both sides are notified. For both sides.',
  input: SendReferralMessageInput,
  payload: { message: () => ReferralMessage },
  on: {
    field: 'referral',
    type: () => Referral,
    changes: true,
    when: isSeenByBothSides,
    offeredBy: 'viewerCanAlso',
  },
  async run(command, input) {
    const referral = await command.find(Referral, input.referral, 'referral', true);
    const { from, to } = referral;
    if (!referral.sentAt) {
      throw refusal('TRANSITION_NOT_ALLOWED', 'referral', {
        fr: 'Cette orientation est un brouillon : envoyez-la avant d’écrire au destinataire.',
        en: 'This referral is a draft. Send it before you write to the receiver.',
      });
    }
    checkWording('text', input.text, input.confirmWording);
    if (command.viewer.partnerId === to.id) referral.seenAt ??= command.now;
    const message = await writeMessage(command, referral, input.text);
    command.emit({ topic: 'REFERRAL', kind: 'MESSAGED', subject: referral.id, to: [from.id, to.id] });
    return message.id;
  },
});
