import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType, Int } from 'type-graphql';
import { me, readsFiles } from '../../access/policies.js';
import { fileReaders } from '../../access/role.js';
import { today } from '../../calendar.js';
import { hasValues } from '../../commands/acts-on.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, PastDay } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { globalId } from '../../graphql/ids.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreementMethod, Beneficiary, checkInformed, endOfAgreement } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Referral, ReferralContentInput, sendReferral } from '../referrals/index.js';
import { Attendance } from './attendance.js';
import { Exhibitor } from './exhibitor.js';
import { findHeldForum } from './forum.commands.js';
import { Forum } from './forum.js';

const topic = 'ATTENDANCE';

/** The largest number of people in one count. A larger number is taken for a typing error. */
const mostPeople = 10_000;

@InputType({ description: 'The attendance of a person at a forum.' })
export class RecordAttendanceInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The forum, which has been held or is held today.' })
  forum!: string;

  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The exhibitor of the forum that the person made contact with.',
  })
  exhibitor?: string | null;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'The day on which the person agreed to the recording, within the last 12 months.',
  })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;
}

export const recordAttendance = defineCommand({
  name: 'recordAttendance',
  description:
    'Records that a person came to a forum, at most once for each forum. Needs the person’s agreement and a sharing of scope PATHWAY.',
  input: RecordAttendanceInput,
  payload: { attendance: () => Attendance },
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'PATHWAY' },
  async run(command, input) {
    const { em, viewer, now } = command;
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    await command.needScope(beneficiary.id, 'PATHWAY', 'beneficiary', {
      fr: 'Aucun accord en vigueur ne permet de noter la venue de cette personne : recueillez d’abord son accord.',
      en: 'No agreement in force allows recording this person’s attendance: obtain the person’s agreement first.',
    });
    const forum = await findHeldForum(command, input.forum);
    const exhibitor = input.exhibitor ? await exhibitorOf(command, forum, input.exhibitor) : null;
    // Refuses an agreement that has ended. An attendance stays recorded after its agreement ends.
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
  },
});

@InputType({ description: 'The number of people who came to a forum, without names.' })
export class RecordHeadcountInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The forum, which has been held or is held today.' })
  forum!: string;

  @Field(() => Int, {
    description: 'The number of people, 1 to 10,000, without the persons who are recorded individually.',
  })
  people!: number;

  @Field(() => Int, { description: 'How many of these people were met for the first time at the forum.' })
  firstTimePeople!: number;
}

/** SQL condition: the forum has been held, and the viewer works with persons or organised it. */
const mayCount = (forum: Row) => sql`${forum.column('heldOn')} <= access.day(now())
  and (${raw(readsFiles)} or ${forum.column('partner')} = ${raw(me)})`;

export const recordHeadcount = defineCommand({
  name: 'recordHeadcount',
  description: 'Records how many people came to a forum, without names. For members who work with persons.',
  input: RecordHeadcountInput,
  payload: { attendance: () => Attendance },
  roles: [...fileReaders, 'COORDINATOR'],
  on: { field: 'forum', type: () => Forum, when: mayCount },
  async run(command, input) {
    const { em, viewer, now } = command;
    const { people, firstTimePeople } = input;
    const readsFiles = fileReaders.includes(viewer.role);
    const forum = await findHeldForum(command, input.forum);
    if (!readsFiles && forum.partner.id !== viewer.partnerId) throw notFound('forum');
    if (people < 1 || people > mostPeople) {
      throw refusal('INVALID', 'people', {
        fr: `Indiquez un nombre de personnes de 1 à ${mostPeople}.`,
        en: `Enter a number of people from 1 to ${mostPeople}.`,
      });
    }
    if (firstTimePeople < 0 || firstTimePeople > people) {
      throw refusal('INVALID', 'firstTimePeople', {
        fr: 'Le nombre de personnes vues pour la première fois va de 0 au nombre de personnes.',
        en: 'The number of people met for the first time must be from 0 to the number of people.',
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
    // Only members who read files receive events about attendances.
    if (readsFiles) command.emit({ topic, kind: 'RECORDED', subject: count.id, to: [viewer.partnerId] });
    return count.id;
  },
});

@InputType({ description: 'A referral that results from a contact at a forum.' })
export class ReferAttendanceInput extends ReferralContentInput {
  @Id()
  @Field(() => ID, {
    description: 'The person’s attendance, recorded by the viewer’s partner and without a referral.',
  })
  attendance!: string;
}

/** SQL condition: a person came, and no referral resulted from it yet. */
const isReferable = (attendance: Row) =>
  hasValues(attendance, { beneficiary: { not: null }, referral: null });

export const referAttendance = defineCommand({
  name: 'referAttendance',
  description:
    'Sends a referral that results from a contact at a forum, as `sendReferral` does. The receiver is notified at once. For the partner that recorded the attendance.',
  input: ReferAttendanceInput,
  payload: { attendance: () => Attendance },
  on: { field: 'attendance', type: () => Attendance, changes: true, when: isReferable },
  async run(command, input) {
    const { attendance: id, ...content } = input;
    const attendance = await command.find(Attendance, id, 'attendance', true);
    if (!attendance.beneficiary) {
      throw refusal('INVALID', 'attendance', {
        fr: 'Ceci est un comptage sans noms : choisissez la venue d’une personne.',
        en: 'This is a count without names: choose the attendance of a person.',
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
    // The referral must be inserted first, because the row policy of the attendance reads it.
    await command.em.flush();
    attendance.referral = command.em.getReference(Referral, referral);
    return attendance.id;
  },
});

/** @throws Refusal NOT_FOUND; INVALID for the exhibitor of another forum */
async function exhibitorOf(command: Command, forum: Forum, id: string): Promise<Exhibitor> {
  const exhibitor = await command.find(Exhibitor, id, 'exhibitor');
  if (exhibitor.forum.id !== forum.id) {
    throw refusal('INVALID', 'exhibitor', {
      fr: 'Cet exposant n’était pas à ce forum : choisissez un exposant de ce forum.',
      en: 'This exhibitor was not at this forum: choose an exhibitor of this forum.',
    });
  }
  return exhibitor;
}
