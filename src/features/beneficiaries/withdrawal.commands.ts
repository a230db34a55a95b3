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

/** A sharing as the database withdrew it. */
interface Withdrawn {
  readonly id: string;
  readonly grantedBy: string;
  /** Whether it was in force, or would have been later. */
  readonly ended: boolean;
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

/** @throws Refusal NOT_FOUND; INVALID for the referent */
export const withdrawFromPartner = defineCommand({
  name: 'withdrawFromPartner',
  description:
    'Ends all that a partner may see of a person, for the person who withdraws: agreements and what referrals gave. Referrals to the partner that are open are called off, and an agreement from before counts no more. For the partner itself, the partners that granted something, and the referent. Shows the sharings that ended.',
  input: WithdrawFromPartnerInput,
  payload: { sharings: () => [Sharing] },
  async run(command, input) {
    const { em, viewer } = command;
    const { reason } = input;
    checkWording('reason', reason, input.confirmWording);
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    const partner = await command.find(Partner, input.partner, 'partner');
    if (beneficiary.referent.id === partner.id) {
      throw refusal('INVALID', 'partner', {
        fr: 'Le partenaire référent répond du dossier : son accès ne se retire pas ainsi.',
        en: 'The referent partner answers for the file: its access is not withdrawn this way.',
      });
    }
    // Referrals first, as the acts on them do: two that lock in turn would wait for each other.
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
