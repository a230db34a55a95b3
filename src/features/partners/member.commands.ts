import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';
import { Role } from '../../access/role.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { emailOf } from '../../commands/email.js';
import { Id, Key, Line, PersonName, tidy } from '../../commands/input-rules.js';
import { type Refusal, refusal } from '../../commands/refusal.js';
import { kindsWith, Member } from './member.js';
import { Partner } from './partner.js';

@InputType({ description: 'Somebody who is to work for the viewer’s partner.' })
export class InviteMemberInput extends CreatingInput {
  @PersonName()
  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Line(200)
  @Field(() => String, { description: 'The professional e-mail address by which the person is recognised.' })
  email!: string;

  @Field(() => Role, { description: 'What the person does; some roles are the town’s only.' })
  role!: Role;
}

export const inviteMember = defineCommand({
  name: 'inviteMember',
  description:
    'Invites somebody to work for the viewer’s partner, in one role of perhaps several. Nothing changes until the person accepts (`POST /auth/accept`). For its administrators.',
  input: InviteMemberInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  async run(command, input) {
    const email = emailOf(input.email, 'email');
    return join(command, input.role, { name: tidy(input.name), email, kind: 'PERSON' }, 'email');
  },
});

@InputType({ description: 'A system of the partner’s own.' })
export class AddMachineAccountInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Key()
  @Field(() => String, {
    description:
      'What names it at the identity provider; refused when the machine acts for a partner already.',
  })
  clientId!: string;

  @Field(() => Role, { description: 'What it does; some roles are the town’s only.' })
  role!: Role;

  @Field(() => Boolean, { description: 'Whether it may act, or read only.' })
  mayWrite!: boolean;
}

export const addMachineAccount = defineCommand({
  name: 'addMachineAccount',
  description:
    'Invites a system of the partner’s own, which signs in by its client credentials once it has accepted (`POST /auth/accept`). For its administrators.',
  input: AddMachineAccountInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  async run(command, input) {
    const { clientId, mayWrite } = input;
    const [{ known } = { known: false }] = await command.em.execute<{ known: boolean }[]>(
      'select access.is_machine(?) as known',
      [clientId],
    );
    if (known) throw taken('clientId');
    const machine = { name: tidy(input.name), email: null, kind: 'MACHINE', clientId, mayWrite } as const;
    return join(command, input.role, machine, 'clientId');
  },
});

@InputType({ description: 'A member of the viewer’s partner, and what that member is to do.' })
export class SetMemberRoleInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;

  @Field(() => Role, { description: 'The role; some are the town’s only.' })
  role!: Role;
}

export const setMemberRole = defineCommand({
  name: 'setMemberRole',
  description:
    'Gives a member another role; refused when no administrator would be left. For the partner’s administrators.',
  input: SetMemberRoleInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  about: 'member',
  async run(command, input) {
    const member = await toManage(command, input.member);
    await checkRole(command, input.role);
    if (member.role === input.role) return member.id;
    if (input.role !== 'PARTNER_ADMINISTRATOR') await keepAnAdministrator(command, member);
    member.role = input.role;
    try {
      await command.em.flush();
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      throw refusal('INVALID', 'role', {
        fr: 'Cette personne a déjà ce rôle dans votre structure.',
        en: 'This person has this role at your partner already.',
      });
    }
    tell(command, member, 'ROLE_CHANGED');
    return member.id;
  },
});

@InputType({ description: 'A member of the viewer’s partner who is to sign in no more.' })
export class DeactivateMemberInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also in the same person’s other roles at the partner, as when somebody leaves.',
  })
  everyRole?: boolean | null;
}

export const deactivateMember = defineCommand({
  name: 'deactivateMember',
  description:
    'Lets a member sign in no more, in this role or in all; refused for the last administrator. For the partner’s administrators.',
  input: DeactivateMemberInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  about: 'member',
  async run(command, input) {
    const member = await toManage(command, input.member);
    const others = input.everyRole ? await otherRoles(command, member) : [];
    for (const it of [member, ...others]) {
      if (it.deactivatedAt) continue;
      await keepAnAdministrator(command, it);
      it.deactivatedAt = command.now;
      tell(command, it, 'DEACTIVATED');
    }
    return member.id;
  },
});

/** The same account in its other roles at the partner. */
function otherRoles({ em, viewer }: Command, { id, kind, email, subject }: Member): Promise<Member[]> {
  const known = [...(subject ? [{ subject }] : []), ...(email ? [{ email }] : [])];
  return em.find(Member, { partner: viewer.partnerId, kind, $or: known, id: { $ne: id } });
}

@InputType({ description: 'A member of the viewer’s partner who is to sign in again.' })
export class ReactivateMemberInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;
}

export const reactivateMember = defineCommand({
  name: 'reactivateMember',
  description: 'Lets a member sign in again. For the partner’s administrators.',
  input: ReactivateMemberInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  about: 'member',
  async run(command, input) {
    const member = await toManage(command, input.member);
    if (!member.deactivatedAt) return member.id;
    member.deactivatedAt = null;
    tell(command, member, 'REACTIVATED');
    return member.id;
  },
});

interface Joining {
  readonly name: string;
  readonly email: string | null;
  readonly kind: 'PERSON' | 'MACHINE';
  readonly clientId?: string;
  readonly mayWrite?: boolean;
}

async function join(command: Command, role: Role, who: Joining, field: string): Promise<string> {
  const { em, viewer } = command;
  await checkRole(command, role);
  const partner = em.getReference(Partner, viewer.partnerId);
  const member = em.create(Member, { mayWrite: true, ...who, role, partner });
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw taken(field);
  }
  tell(command, member, 'INVITED');
  return member.id;
}

/** Not even whether another partner has the account is said. */
function taken(field: string): Refusal {
  return refusal('INVALID', field, {
    fr: 'Ce compte existe déjà. S’il est désactivé dans votre structure, réactivez-le.',
    en: 'This account exists already. If it is deactivated at your partner, reactivate it.',
  });
}

/**
 * The member, with all administrators of the partner kept from other acts: so of two who deactivate each
 * other only one does. In the order of their ids, so that nobody waits in a circle.
 */
async function toManage(command: Command, id: string): Promise<Member> {
  const { em, viewer } = command;
  await em.execute(
    `select id from member where partner_id = ? and role = 'PARTNER_ADMINISTRATOR' order by id for update`,
    [viewer.partnerId],
  );
  return command.find(Member, id, 'member', true);
}

/** A partner without an administrator could never get one again. */
async function keepAnAdministrator({ em, viewer }: Command, leaving: Member): Promise<void> {
  if (leaving.role !== 'PARTNER_ADMINISTRATOR' || leaving.kind === 'MACHINE') return;
  const left = await em.count(Member, {
    partner: viewer.partnerId,
    role: 'PARTNER_ADMINISTRATOR',
    kind: 'PERSON',
    deactivatedAt: null,
    subject: { $ne: null },
    id: { $ne: leaving.id },
  });
  if (left > 0) return;
  throw refusal('INVALID', 'member', {
    fr: 'C’est la dernière administratrice ou le dernier administrateur de votre structure.',
    en: 'This is the last administrator of your partner.',
  });
}

/** @throws Refusal INVALID when a partner of this kind has nobody in the role */
async function checkRole({ em, viewer }: Command, role: Role): Promise<void> {
  const { kind } = await em.findOneOrFail(Partner, viewer.partnerId);
  if (kindsWith(role).includes(kind)) return;
  throw refusal('INVALID', 'role', {
    fr: 'Ce rôle n’existe pas dans une structure comme la vôtre.',
    en: 'There is no such role at a partner like yours.',
  });
}

function tell(command: Command, member: Member, kind: string): void {
  command.emit({ topic: 'MEMBER', kind, subject: member.id, to: [command.viewer.partnerId] });
}
