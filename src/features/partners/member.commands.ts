import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';
import { Role } from '../../access/role.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { emailOf } from '../../commands/email.js';
import { Id, Key, Line, PersonName, tidy } from '../../commands/input-rules.js';
import { type Refusal, refusal } from '../../commands/refusal.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { kindsWith, Member } from './member.js';
import { Partner } from './partner.js';

@InputType({ description: 'A person to invite as a member of the viewer’s partner.' })
export class InviteMemberInput extends CreatingInput {
  @PersonName()
  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Line(200)
  @Field(() => String, {
    description:
      'The person’s professional e-mail address. The invitation is matched by this address at sign-in.',
  })
  email!: string;

  @Field(() => Role, {
    description:
      'The person’s role. Some roles exist only at some kinds of partners: `COORDINATOR` only at the town, `CLAUSE_FACILITATOR` only at the town and at institutions.',
  })
  role!: Role;
}

export const inviteMember = defineCommand({
  name: 'inviteMember',
  description:
    'Invites a person to become a member of the viewer’s partner, in one role. To give the same person several roles, invite once per role. The membership takes effect when the person accepts (`POST /auth/accept`). For the partner’s administrators.',
  input: InviteMemberInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: null,
  async run(command, input) {
    const email = emailOf(input.email, 'email');
    return join(command, input.role, { name: tidy(input.name), email, kind: 'PERSON' }, 'email');
  },
});

@InputType({ description: 'A machine account to invite: a system that the viewer’s partner runs.' })
export class AddMachineAccountInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The name of the system.' })
  name!: string;

  @Key()
  @Field(() => String, {
    description:
      'The client id of the system at the identity provider. Refused when a machine with this client id already acts for a partner.',
  })
  clientId!: string;

  @Field(() => Role, {
    description:
      'The role of the system. Some roles exist only at some kinds of partners: `COORDINATOR` only at the town, `CLAUSE_FACILITATOR` only at the town and at institutions.',
  })
  role!: Role;

  @Field(() => Boolean, { description: 'True if the system may run mutations; false if it may only read.' })
  mayWrite!: boolean;
}

export const addMachineAccount = defineCommand({
  name: 'addMachineAccount',
  description:
    'Invites a system that the viewer’s partner runs. Once the system has accepted (`POST /auth/accept`), it signs in with its client credentials. For the partner’s administrators.',
  input: AddMachineAccountInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: null,
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

@InputType({ description: 'A member of the viewer’s partner, and the member’s new role.' })
export class SetMemberRoleInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;

  @Field(() => Role, {
    description:
      'The new role. Some roles exist only at some kinds of partners: `COORDINATOR` only at the town, `CLAUSE_FACILITATOR` only at the town and at institutions.',
  })
  role!: Role;
}

/** SQL condition: without this member, the partner still has an active administrator. */
const isNotLastAdministrator = (member: Row) => sql`(${member.column('role')} <> 'PARTNER_ADMINISTRATOR'
  or ${member.column('kind')} = 'MACHINE' or exists (select from member m where m.partner_id = ${member.column('partner')}
    and m.role = 'PARTNER_ADMINISTRATOR' and m.kind = 'PERSON' and m.deactivated_at is null and m.subject is not null
    and m.id <> ${member.column('id')}))`;

export const setMemberRole = defineCommand({
  name: 'setMemberRole',
  description:
    'Changes the role of a member. Refused when the partner would have no administrator left. For the partner’s administrators.',
  input: SetMemberRoleInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'member', type: () => Member, changes: true, when: isNotLastAdministrator },
  async run(command, input) {
    const member = await findAndLock(command, input.member);
    await checkRole(command, input.role);
    if (member.role === input.role) return member.id;
    if (input.role !== 'PARTNER_ADMINISTRATOR') await checkAdministratorRemains(command, member);
    member.role = input.role;
    try {
      await command.em.flush();
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      throw refusal('INVALID', 'role', {
        fr: 'Cette personne a déjà ce rôle dans votre structure.',
        en: 'This person already has this role at your partner.',
      });
    }
    emitMemberEvent(command, member, 'ROLE_CHANGED');
    return member.id;
  },
});

@InputType({ description: 'A member of the viewer’s partner to deactivate.' })
export class DeactivateMemberInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'If true, also deactivates the same person’s other roles at the partner. Use it when the person leaves the partner.',
  })
  everyRole?: boolean | null;
}

export const deactivateMember = defineCommand({
  name: 'deactivateMember',
  description:
    'Deactivates a member, in this role or in all roles of the same person: the member can no longer sign in. Refused for the last administrator. For the partner’s administrators.',
  input: DeactivateMemberInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: {
    field: 'member',
    type: () => Member,
    changes: true,
    when: isNotLastAdministrator,
    done: { deactivatedAt: { not: null } },
  },
  async run(command, input) {
    const member = await findAndLock(command, input.member);
    const others = input.everyRole ? await otherRoles(command, member) : [];
    for (const it of [member, ...others]) {
      if (it.deactivatedAt) continue;
      await checkAdministratorRemains(command, it);
      it.deactivatedAt = command.now;
      emitMemberEvent(command, it, 'DEACTIVATED');
    }
    return member.id;
  },
});

/** Returns the members of the same partner that belong to the same account, in its other roles. */
function otherRoles({ em, viewer }: Command, { id, kind, email, subject }: Member): Promise<Member[]> {
  const known = [...(subject ? [{ subject }] : []), ...(email ? [{ email }] : [])];
  return em.find(Member, { partner: viewer.partnerId, kind, $or: known, id: { $ne: id } });
}

@InputType({ description: 'A member of the viewer’s partner to reactivate.' })
export class ReactivateMemberInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;
}

export const reactivateMember = defineCommand({
  name: 'reactivateMember',
  description: 'Reactivates a member: the member can sign in again. For the partner’s administrators.',
  input: ReactivateMemberInput,
  payload: { member: () => Member },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'member', type: () => Member, changes: true, done: { deactivatedAt: null } },
  async run(command, input) {
    const member = await findAndLock(command, input.member);
    if (!member.deactivatedAt) return member.id;
    member.deactivatedAt = null;
    emitMemberEvent(command, member, 'REACTIVATED');
    return member.id;
  },
});

interface NewMember {
  readonly name: string;
  readonly email: string | null;
  readonly kind: 'PERSON' | 'MACHINE';
  readonly clientId?: string;
  readonly mayWrite?: boolean;
}

async function join(command: Command, role: Role, account: NewMember, field: string): Promise<string> {
  const { em, viewer } = command;
  await checkRole(command, role);
  const partner = em.getReference(Partner, viewer.partnerId);
  const member = em.create(Member, { mayWrite: true, ...account, role, partner });
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw taken(field);
  }
  emitMemberEvent(command, member, 'INVITED');
  return member.id;
}

/** The same refusal whether the account exists at the viewer’s partner or at another one: it must not reveal which. */
function taken(field: string): Refusal {
  return refusal('INVALID', field, {
    fr: 'Ce compte existe déjà. S’il est désactivé dans votre structure, réactivez-le.',
    en: 'This account already exists. If it is deactivated at your partner, reactivate it.',
  });
}

/**
 * Finds and locks a member, and locks all administrators of the partner. When two administrators deactivate
 * each other at the same time, only one succeeds. Rows are locked in the order of their ids to avoid deadlock.
 */
async function findAndLock(command: Command, id: string): Promise<Member> {
  const { em, viewer } = command;
  await em.execute(
    `select id from member where partner_id = ? and role = 'PARTNER_ADMINISTRATOR' order by id for update`,
    [viewer.partnerId],
  );
  return command.find(Member, id, 'member', true);
}

/** Refuses to remove the last administrator: a partner without one could never get one again. */
async function checkAdministratorRemains({ em, viewer }: Command, leaving: Member): Promise<void> {
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
    fr: 'C’est la dernière administratrice ou le dernier administrateur de votre structure. Donnez d’abord ce rôle à une autre personne.',
    en: 'This is the last administrator of your partner. Give another member the role PARTNER_ADMINISTRATOR first.',
  });
}

/** @throws Refusal INVALID when the role does not exist at this kind of partner */
async function checkRole({ em, viewer }: Command, role: Role): Promise<void> {
  const { kind } = await em.findOneOrFail(Partner, viewer.partnerId);
  if (kindsWith(role).includes(kind)) return;
  throw refusal('INVALID', 'role', {
    fr: 'Ce rôle n’existe pas dans une structure comme la vôtre. Choisissez-en un autre.',
    en: 'This role does not exist at a partner of this kind. Choose another role.',
  });
}

function emitMemberEvent(command: Command, member: Member, kind: string): void {
  command.emit({ topic: 'MEMBER', kind, subject: member.id, to: [command.viewer.partnerId] });
}
