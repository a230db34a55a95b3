import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import type { SendReferralMessageInput } from './message.inputs.js';
import { Referral } from './referral.js';
import { say } from './say.js';

/** Writes to the other side of a referral. */
export async function sendMessage(command: Command, input: SendReferralMessageInput): Promise<string> {
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
}
