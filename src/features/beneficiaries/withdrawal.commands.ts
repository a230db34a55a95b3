import { Field, ID, InputType } from 'type-graphql';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { withdrawalHandlers } from '../../commands/withdrawal.js';
import { Partner } from '../partners/index.js';
import { Beneficiary } from './beneficiary.js';
import { lockSharings } from './consent.js';
import { Sharing } from './sharing.js';

/** A sharing that `rights.withdraw` withdrew. */
interface Withdrawn {
  readonly id: string;
  readonly grantedBy: string;
  /** Whether the withdrawal ended the sharing: it was in force, or would have been later. */
  readonly ended: boolean;
}

@InputType({ description: 'The withdrawal of all access of a partner to a person.' })
export class WithdrawFromPartnerInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, { description: 'The partner that loses its access.' })
  partner!: string;

  @Line(500)
  @Field(() => String, { nullable: true, description: 'The reason, at most 500 characters.' })
  reason?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

/** @throws Refusal NOT_FOUND; INVALID for the referent */
export const withdrawFromPartner = defineCommand({
  name: 'withdrawFromPartner',
  description:
    'Ends all sharings of a person with a partner, when the person withdraws: those from agreements and those from referrals. Open referrals to the partner are cancelled, and earlier agreements no longer count. For the partner itself, the partners that granted one of the sharings, and the referent. Returns the sharings that ended.',
  input: WithdrawFromPartnerInput,
  payload: { sharings: () => [Sharing] },
  on: { field: 'beneficiary', type: () => Beneficiary },
  async run(command, input) {
    const { em, viewer } = command;
    const { reason } = input;
    checkWording('reason', reason, input.confirmWording);
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    const partner = await command.find(Partner, input.partner, 'partner');
    if (beneficiary.referent.id === partner.id) {
      throw refusal('INVALID', 'partner', {
        fr: 'Le partenaire référent répond du dossier : son accès ne peut pas être retiré. Le dossier peut être effacé à la demande de la personne.',
        en: 'The referent is responsible for the file: its access cannot be withdrawn. The file can be erased when the person asks for it.',
      });
    }
    // Referrals are locked before sharings, in the same order as in referral commands, to avoid deadlock.
    for (const handler of withdrawalHandlers())
      await handler.fromPartner(command, beneficiary.id, partner.id);
    await lockSharings(command, beneficiary.id);
    await command.assignTransactionId();
    const withdrawn = (await em.execute(
      'select id, granted_by_id as "grantedBy", ended from rights.withdraw(?, ?, ?, ?)',
      [beneficiary.id, partner.id, reason ? tidy(reason) : null, command.now],
    )) as Withdrawn[];
    if (withdrawn.length === 0) throw notFound('partner');
    const ended = withdrawn.filter((it) => it.ended);
    for (const { id, grantedBy } of ended) {
      const to = [viewer.partnerId, partner.id, grantedBy];
      command.emit({ topic: 'SHARING', kind: 'WITHDRAWN', subject: id, to });
    }
    return ended.map(({ id }) => id);
  },
});
