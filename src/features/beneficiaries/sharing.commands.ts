import { Field, ID, InputType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { SharingScope } from '../../access/scope.js';
import { inState } from '../../commands/acts-on.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, PastDay, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { withdrawalHandlers } from '../../commands/withdrawal.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';
import { endOfAgreement } from './agreement.js';
import { Beneficiary } from './beneficiary.js';
import { AgreedAfterWithdrawal, checkAgreement, lockSharings } from './consent.js';
import { AgreementMethod, Sharing } from './sharing.js';

/** An agreement of a person to share the file with a partner. */
export interface Agreement {
  readonly beneficiary: Beneficiary;
  /** The partner that may see the person. */
  readonly partner: Partner;
  readonly scope: SharingScope;
  /** `YYYY-MM-DD`. */
  readonly agreedOn: string;
  readonly method: AgreementMethod;
  /** See {@link endOfAgreement}. */
  readonly until: Date;
  /** The member who informed the person, if not the viewer. */
  readonly informedBy?: Member | undefined;
  readonly agreedAfterWithdrawal?: boolean | null | undefined;
  /** The earlier agreement that this agreement continues. */
  readonly extends?: Sharing;
  /** The link request with which the agreement was given. */
  readonly linkRequestId?: string;
}

@InputType({ description: 'An agreement of a person to share the file with a partner.' })
export class RecordSharingAgreementInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, { description: 'The partner that may see the person.' })
  partner!: string;

  @Field(() => SharingScope, {
    description: 'The scope of the sharing; at most the scope that the viewer’s partner has itself.',
  })
  scope!: SharingScope;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day on which the person agreed.' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day. By default, and at most, 12 months after the agreement.',
  })
  until?: string | null;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The colleague who informed the person; the viewer by default.',
  })
  informedBy?: string | null;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}

export const recordSharingAgreement = defineCommand({
  name: 'recordSharingAgreement',
  description:
    'Records that a person agreed to share the file with a partner. The scope cannot exceed the scope of the viewer’s partner.',
  input: RecordSharingAgreementInput,
  payload: { sharing: () => Sharing },
  on: { field: 'beneficiary', type: () => Beneficiary },
  async run(command, input) {
    const { now, viewer } = command;
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    const partner = await command.find(Partner, input.partner, 'partner');
    if (partner.id === viewer.partnerId) {
      throw refusal('INVALID', 'partner', {
        fr: 'Un partenaire ne peut pas se donner accès à lui-même : choisissez un autre partenaire.',
        en: 'A partner cannot grant access to itself: choose another partner.',
      });
    }
    const informedBy = input.informedBy
      ? await command.find(Member, input.informedBy, 'informedBy')
      : undefined;
    const { scope, agreedOn, method } = input;
    await command.needScope(beneficiary.id, scope, 'scope');
    const until = endOfAgreement(agreedOn, now, input.until);
    await checkAgreement(command, beneficiary.id, partner.id, input);
    const { agreedAfterWithdrawal } = input;
    const agreement = {
      beneficiary,
      partner,
      scope,
      agreedOn,
      method,
      until,
      informedBy,
      agreedAfterWithdrawal,
    };
    return grant(command, agreement, 'RECORDED');
  },
});

@InputType({ description: 'A new agreement of a person, given before the current one ends.' })
export class ExtendSharingInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The sharing to extend.' })
  sharing!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day on which the person agreed again.' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day. By default, and at most, 12 months after the new agreement.',
  })
  until?: string | null;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}

/** SQL condition: the sharing is an agreement of another partner that has not ended, within the viewer's own access. */
const isExtendable = (sharing: Row) => sql`${sharing.column('basis')} = 'AGREEMENT'
  and ${sharing.column('partner')} <> ${raw(me)} and ${sharing.column('endedAt')} is null
  and ${sharing.column('until')} > now() and access.scope(${sharing.column('beneficiary')}) >= ${sharing.column('scope')}`;

export const extendSharing = defineCommand({
  name: 'extendSharing',
  description:
    'Records that a person agreed to continue a sharing. A new sharing replaces the old one. For the partner that granted the sharing and for the referent.',
  input: ExtendSharingInput,
  payload: { sharing: () => Sharing },
  on: { field: 'sharing', type: () => Sharing, changes: true, when: isExtendable },
  async run(command, input) {
    const { em, viewer, now } = command;
    await lockSharings(command, (await command.find(Sharing, input.sharing, 'sharing')).beneficiary.id);
    const sharing = await command.find(Sharing, input.sharing, 'sharing', true);
    if (sharing.basis !== 'AGREEMENT') {
      throw refusal('INVALID', 'sharing', {
        fr: 'Seul un accord peut être prolongé : enregistrez un accord de la personne.',
        en: 'Only an agreement can be extended: record an agreement of the person.',
      });
    }
    if (sharing.partner.id === viewer.partnerId) {
      throw refusal('INVALID', 'sharing', {
        fr: 'Un partenaire ne peut pas se donner accès à lui-même : adressez-vous à celui qui l’a donné.',
        en: 'A partner cannot grant access to itself: ask the partner that granted this sharing.',
      });
    }
    if (sharing.endedAt || !sharing.until || sharing.until <= now) {
      throw refusal('INVALID', 'sharing', {
        fr: 'Cet accord a pris fin : enregistrez-en un nouveau.',
        en: 'This agreement has ended: record a new one.',
      });
    }
    const { beneficiary, partner, scope } = sharing;
    await command.needScope(beneficiary.id, scope, 'sharing');
    const { agreedOn, method, agreedAfterWithdrawal } = input;
    const until = endOfAgreement(agreedOn, now, input.until);
    await checkAgreement(command, beneficiary.id, partner.id, input);
    if (until <= sharing.until) {
      throw refusal('INVALID', input.until ? 'until' : 'agreedOn', {
        fr: 'L’accord en cours dure déjà jusque-là : choisissez une date de fin plus lointaine, ou gardez l’accord en cours.',
        en: 'The current agreement already lasts until then: choose a later last day, or keep the current agreement.',
      });
    }
    const agreement = {
      ...{ beneficiary, partner, scope, agreedOn, method, until, agreedAfterWithdrawal },
      extends: sharing,
    };
    const next = grant(command, agreement, 'EXTENDED', [sharing.grantedBy.id]);
    sharing.endedAt = now;
    sharing.endReason = 'extended';
    sharing.endedBy = em.getReference(Member, viewer.memberId);
    return next;
  },
});

/**
 * Creates the sharing of an agreement and emits an event to both sides.
 * @param others further partners that receive the event
 * @returns the key of the sharing
 */
export function grant(
  command: Command,
  { informedBy, agreedAfterWithdrawal, ...agreement }: Agreement,
  kind: 'RECORDED' | 'EXTENDED',
  others: readonly string[] = [],
): string {
  const { em, viewer, now } = command;
  const sharing = em.create(Sharing, {
    ...agreement,
    basis: 'AGREEMENT',
    since: now,
    grantedBy: em.getReference(Partner, viewer.partnerId),
    recordedBy: em.getReference(Member, viewer.memberId),
    informedBy: informedBy ?? null,
    agreedAfterWithdrawal: agreedAfterWithdrawal === true,
  });
  const to = [viewer.partnerId, agreement.partner.id, ...others];
  command.emit({ topic: 'SHARING', kind, subject: sharing.id, to });
  return sharing.id;
}

@InputType({ description: 'A sharing to end immediately.' })
export class WithdrawSharingInput {
  @Id()
  @Field(() => ID, { description: 'The sharing.' })
  sharing!: string;

  @Line(500)
  @Field(() => String, { nullable: true, description: 'The reason, at most 500 characters.' })
  reason?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

const withdrawable = inState<Sharing>(
  'sharing',
  { basis: { not: 'REFERENT' } },
  {
    fr: 'Le partenaire référent répond du dossier : son accès ne peut pas être retiré. Le dossier peut être effacé à la demande de la personne.',
    en: 'The referent is responsible for the file: its access cannot be withdrawn. The file can be erased when the person asks for it.',
  },
);

export const withdrawSharing = defineCommand({
  name: 'withdrawSharing',
  description:
    'Ends a sharing immediately, when the person withdraws it. For the partner that has the sharing, the partner that granted it and the referent. An open referral that depends on the sharing is cancelled.',
  input: WithdrawSharingInput,
  payload: { sharing: () => Sharing },
  on: {
    field: 'sharing',
    type: () => Sharing,
    changes: true,
    state: withdrawable,
    done: { endedAt: { not: null } },
  },
  async run(command, input) {
    const { em, viewer } = command;
    checkWording('reason', input.reason, input.confirmWording);
    const { referralId, beneficiary } = await command.find(Sharing, input.sharing, 'sharing');
    const open = referralId ? await em.find(Sharing, { referralId, endedAt: null }) : [];
    const openBefore = new Set(open.map(({ id }) => id));
    if (referralId) {
      // Referrals are locked before sharings, in the same order as in referral commands, to avoid deadlock.
      for (const handler of withdrawalHandlers()) await handler.ofReferral(command, referralId);
    }
    await lockSharings(command, beneficiary.id);
    const sharing = await command.find(Sharing, input.sharing, 'sharing', true);
    withdrawable.check(sharing);
    const given = referralId ? await em.find(Sharing, { referralId }, { refresh: true }) : [sharing];
    // Sharings that ended because the referral was cancelled count as withdrawn too.
    const withdrawn = given.filter(
      ({ id, endedAt, endReason }) => !endedAt || (openBefore.has(id) && endReason === 'derived'),
    );
    for (const it of withdrawn) {
      it.endedAt = command.now;
      it.withdrawnAt = command.now;
      it.endReason = input.reason ? tidy(input.reason) : null;
      it.endedBy = em.getReference(Member, viewer.memberId);
      command.emit({
        topic: 'SHARING',
        kind: 'WITHDRAWN',
        subject: it.id,
        to: [viewer.partnerId, it.partner.id, it.grantedBy.id],
      });
    }
    return sharing.id;
  },
});
