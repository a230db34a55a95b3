import { Field, ID, InputType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { type Command } from '../../commands/command.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import type { Row } from '../../graphql/read/row.js';
import { join, literal, raw, sql } from '../../graphql/read/sql.js';
import { Member } from '../partners/index.js';
import { ReferralAssignment } from './assignment.js';
import { closedStatuses } from './lifecycle.js';
import { Referral } from './referral.js';

@InputType({ description: 'A referral, and the member of the receiver to whom it is assigned.' })
export class AssignReferralInput {
  @Id()
  @Field(() => ID, { description: 'The referral. The viewer’s partner must have received it.' })
  referral!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'An active caseworker or administrator of the viewer’s partner, such as the viewer; null to unassign. If left out, the assignment is kept.',
  })
  member?: string | null;
}

/** SQL condition: the referral is open, and the viewer's partner has received it. */
const isOpenAtReceiver = (referral: Row) => sql`${referral.column('to')} = ${raw(me)}
  and ${referral.column('status')} not in (${join(closedStatuses.map(literal))})`;

export const assignReferral = defineCommand({
  name: 'assignReferral',
  description:
    'Assigns an open referral to a member of the receiver, or unassigns it. Only the receiver is notified; the version does not change. For the receiver.',
  input: AssignReferralInput,
  payload: { referral: () => Referral },
  on: {
    field: 'referral',
    type: () => Referral,
    changes: true,
    when: isOpenAtReceiver,
    offeredBy: 'viewerCanAlso',
  },
  async run(command, input) {
    const { em, viewer } = command;
    const referral = await command.find(Referral, input.referral, 'referral', true);
    if (viewer.partnerId !== referral.to.id || closedStatuses.includes(referral.status)) {
      throw refusal('TRANSITION_NOT_ALLOWED', 'referral', {
        fr: 'Seul le partenaire qui a reçu une orientation en cours peut indiquer qui la suit.',
        en: 'Only the partner that received an open referral can assign it.',
      });
    }
    if (input.member === undefined) return referral.id;
    const member = input.member === null ? null : await assignableMember(command, input.member);
    const before = await em.findOne(ReferralAssignment, { referral });
    if ((before?.member ?? null) === member) return referral.id;
    const assignment = {
      member,
      assignedBy: em.getReference(Member, viewer.memberId),
      assignedAt: command.now,
    };
    if (before) em.assign(before, assignment);
    else em.create(ReferralAssignment, { referral, ...assignment });
    command.emit({ topic: 'REFERRAL', kind: 'ASSIGNED', subject: referral.id, to: [viewer.partnerId] });
    return referral.id;
  },
});

/** @throws Refusal NOT_FOUND; INVALID for a member who does not work with persons */
async function assignableMember(command: Command, id: string): Promise<Member> {
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
    fr: 'Ce membre n’accompagne pas de personnes, ou n’est plus actif : choisissez un autre membre.',
    en: 'This member does not work with persons, or is no longer active. Choose another member.',
  });
}
