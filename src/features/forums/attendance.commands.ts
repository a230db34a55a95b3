import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { fileReaders } from '../../access/role.js';
import { covers } from '../../access/scope.js';
import type { Command } from '../../commands/command.js';
import { today } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { globalId } from '../../graphql/ids.js';
import { Beneficiary, checkInformed, endOfAgreement } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Referral, sendReferral } from '../referrals/index.js';
import { Attendance } from './attendance.js';
import { Exhibitor } from './exhibitor.js';
import { heldForum } from './forum.commands.js';
import type { RecordAttendanceInput, RecordHeadcountInput, ReferAttendanceInput } from './forum.inputs.js';
import type { Forum } from './forum.js';

const topic = 'ATTENDANCE';

/** How many people one count stands for at most: more is a slip of the hand. */
const mostPeople = 10_000;

/** Records that a person came to a forum, with the person's agreement. */
export async function recordAttendance(command: Command, input: RecordAttendanceInput): Promise<string> {
  const { em, viewer, now } = command;
  const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
  const scope = await command.scopeOf(beneficiary.id);
  if (!scope || !covers(scope, 'PATHWAY')) {
    throw refusal('AGREEMENT_REQUIRED', 'beneficiary', {
      fr: 'Aucun accord en vigueur ne permet de noter la venue de cette personne.',
      en: 'No agreement in force lets you record that this person came.',
    });
  }
  const forum = await heldForum(command, input.forum);
  const exhibitor = input.exhibitor ? await exhibitorOf(command, forum, input.exhibitor) : null;
  // Refuses an agreement that no longer holds; what is recorded under it stays.
  endOfAgreement(input.agreedOn, now);
  await checkInformed(command, beneficiary.id, input.agreedOn);
  const attendance = em.create(Attendance, {
    forum,
    partner: em.getReference(Partner, viewer.partnerId),
    beneficiary,
    people: 1,
    firstTimePeople: today(beneficiary.createdAt) >= forum.heldOn ? 1 : 0,
    agreedOn: input.agreedOn,
    method: input.method,
    exhibitor,
    recordedBy: em.getReference(Member, viewer.memberId),
    recordedAt: now,
  });
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw refusal('INVALID', 'beneficiary', {
      fr: 'La venue de cette personne à ce forum est déjà notée.',
      en: 'It is already recorded that this person came to this forum.',
    });
  }
  command.emit({ topic, kind: 'RECORDED', subject: attendance.id, to: [viewer.partnerId] });
  return attendance.id;
}

/**
 * Records how many people came to a forum, without names. For members who work with persons, and for the
 * coordinators of the forum's organiser, who run it.
 */
export async function recordHeadcount(command: Command, input: RecordHeadcountInput): Promise<string> {
  const { em, viewer, now } = command;
  const { people, firstTimePeople } = input;
  const readsFiles = fileReaders.includes(viewer.role);
  if (!readsFiles && viewer.role !== 'COORDINATOR') throw notFound('');
  const forum = await heldForum(command, input.forum);
  if (!readsFiles && forum.partner.id !== viewer.partnerId) throw notFound('forum');
  if (people < 1 || people > mostPeople) {
    throw refusal('INVALID', 'people', {
      fr: `Le nombre de personnes va de 1 à ${mostPeople}.`,
      en: `The number of people goes from 1 to ${mostPeople}.`,
    });
  }
  if (firstTimePeople < 0 || firstTimePeople > people) {
    throw refusal('INVALID', 'firstTimePeople', {
      fr: 'Les personnes vues pour la première fois sont comptées parmi les autres.',
      en: 'The people met for the first time are counted among the others.',
    });
  }
  const count = em.create(Attendance, {
    forum,
    partner: em.getReference(Partner, viewer.partnerId),
    people,
    firstTimePeople,
    recordedBy: em.getReference(Member, viewer.memberId),
    recordedAt: now,
  });
  // Events are for those who work with persons.
  if (readsFiles) command.emit({ topic, kind: 'RECORDED', subject: count.id, to: [viewer.partnerId] });
  return count.id;
}

/** Makes a referral of a contact, as `sendReferral` does: both are written, or neither. */
export async function referAttendance(command: Command, input: ReferAttendanceInput): Promise<string> {
  const { attendance: id, ...content } = input;
  const attendance = await command.find(Attendance, id, 'attendance', true);
  if (!attendance.beneficiary) {
    throw refusal('INVALID', 'attendance', {
      fr: 'Un comptage sans noms n’oriente personne.',
      en: 'A count without names refers nobody.',
    });
  }
  if (attendance.referral) {
    throw refusal('INVALID', 'attendance', {
      fr: 'Ce contact a déjà donné lieu à une orientation.',
      en: 'This contact has already become a referral.',
    });
  }
  const beneficiary = globalId('Beneficiary', attendance.beneficiary.id);
  const referral = await sendReferral(command, { ...content, beneficiary });
  // Written before it is pointed at, for the policy to find it.
  await command.em.flush();
  attendance.referral = command.em.getReference(Referral, referral);
  return attendance.id;
}

/** @throws Refusal NOT_FOUND; INVALID for the exhibitor of another forum */
async function exhibitorOf(command: Command, forum: Forum, id: string): Promise<Exhibitor> {
  const exhibitor = await command.find(Exhibitor, id, 'exhibitor');
  if (exhibitor.forum.id !== forum.id) {
    throw refusal('INVALID', 'exhibitor', {
      fr: 'Cet exposant n’était pas à ce forum.',
      en: 'This exhibitor was not at this forum.',
    });
  }
  return exhibitor;
}
