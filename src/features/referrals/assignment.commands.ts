import { Field, ID, InputType } from 'type-graphql';
import { type Command } from '../../commands/command.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Member } from '../partners/index.js';
import { ReferralAssignment } from './assignment.js';
import { closedStatuses } from './lifecycle.js';
import { Referral } from './referral.js';

@InputType({ description: 'Who of the receiver’s members looks after a referral.' })
export class AssignReferralInput {
  @Id()
  @Field(() => ID, { description: 'The referral: one that the viewer’s partner received.' })
  referral!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'A colleague who is active and works with persons, or the viewer; null for nobody; without this it stays.',
  })
  member?: string | null;
}

export const assignReferral = defineCommand({
  name: 'assignReferral',
  description:
    'Says which of the receiver’s members looks after an open referral, or that nobody does any more. For the receiver, which alone is told; the version stays.',
  input: AssignReferralInput,
  payload: { referral: () => Referral },
  async run(command, input) {
    const { em, viewer } = command;
    const referral = await command.find(Referral, input.referral, 'referral', true);
    if (viewer.partnerId !== referral.to.id || closedStatuses.includes(referral.status)) {
      throw refusal('TRANSITION_NOT_ALLOWED', 'referral', {
        fr: 'Seul le partenaire qui a reçu une orientation en cours dit qui la suit.',
        en: 'Only the partner that received an open referral says who looks after it.',
      });
    }
    if (input.member === undefined) return referral.id;
    const member = input.member === null ? null : await lookingAfter(command, input.member);
    const before = await em.findOne(ReferralAssignment, { referral });
    if ((before?.member ?? null) === member) return referral.id;
    const said = { member, assignedBy: em.getReference(Member, viewer.memberId), assignedAt: command.now };
    if (before) em.assign(before, said);
    else em.create(ReferralAssignment, { referral, ...said });
    command.emit({ topic: 'REFERRAL', kind: 'ASSIGNED', subject: referral.id, to: [viewer.partnerId] });
    return referral.id;
  },
});

/** @throws Refusal NOT_FOUND; INVALID for a member who does not work with persons */
async function lookingAfter(command: Command, id: string): Promise<Member> {
  const member = await command.find(Member, id, 'member');
  const worksWithPersons = member.role === 'CASEWORKER' || member.role === 'PARTNER_ADMINISTRATOR';
  if (
    member.partner.id === command.viewer.partnerId &&
    member.kind === 'PERSON' &&
    !member.deactivatedAt &&
    member.subject &&
    worksWithPersons
  ) {
    return member;
  }
  throw refusal('INVALID', 'member', {
    fr: 'Ce membre n’accompagne pas de personnes, ou n’est plus actif.',
    en: 'This member does not work with persons, or is not active any more.',
  });
}
