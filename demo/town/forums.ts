import {
  type Day,
  dateOf,
  day,
  dayOf,
  LAST_DAY,
  later,
  type Moment,
  midnight,
  timeOf,
  workingTime,
} from './calendar.js';
import type { AttendanceRow, CommonRows, ExhibitorRow, ForumRow } from './common-rows.js';
import { forums, guests, stands } from './forum-texts.js';
import { type Directory, type TownPartner, worker } from './partners.js';
import { overlaps, type Person, registrationDay } from './people.js';
import { Random } from './random.js';
import type { ReferralRow } from './rows.js';

/** Days before the forum at which it is recorded, and days after it within which referrals follow. */
const NOTICE = 45;
const AFTERMATH = 14;

/** Members who attend the forum and count the visitors. */
const counters = ['csc', 'club-relais', 'aspe', 'regie-de-quartier', 'france-travail', 'vs2e'] as const;

type ForumRows = Pick<CommonRows, 'forum' | 'exhibitor' | 'attendance'>;

/** Generates the forums with exhibitors, attendances and referrals; a forum in the future has no attendances. */
export function forumRows(
  people: readonly Person[],
  referrals: readonly ReferralRow[],
  directory: Directory,
): ForumRows {
  const random = new Random('forums');
  const town = directory.get('ville-de-bagneux');
  const rows: ForumRows = { forum: [], exhibitor: [], attendance: [] };
  for (const [heldOn, area, name, place] of forums) {
    const on = day(heldOn);
    const announced = midnight(on - NOTICE);
    const forum = { id: random.id(announced), name, held_on: heldOn, area, place, partner_id: town.id };
    const exhibitors = [...stands, ...random.shuffle(guests).slice(0, random.int(7, 13))].map(
      ([standName, kind, slug]): ExhibitorRow => ({
        id: random.id(announced),
        forum_id: forum.id,
        name: standName,
        kind,
        partner_id: slug ? directory.get(slug).id : null,
      }),
    );
    rows.forum.push(forum);
    rows.exhibitor.push(...exhibitors);
    if (on > LAST_DAY) continue;
    rows.attendance.push(...visits(random, forum, exhibitors, people, referrals));
    for (const slug of counters) {
      const count = headcount(random, forum, directory.get(slug));
      if (random.chance(0.85)) rows.attendance.push(count);
    }
  }
  return rows;
}

/** Generates the attendances of persons: some were referred, some were new to the partner, some were known. */
function visits(
  random: Random,
  forum: ForumRow,
  exhibitors: readonly ExhibitorRow[],
  people: readonly Person[],
  referrals: readonly ReferralRow[],
): AttendanceRow[] {
  const on = day(forum.held_on);
  const came = new Map<Person, AttendanceRow>();
  const come = (person: Person, partner: TownPartner, at: Moment, referral?: ReferralRow) => {
    if (came.has(person)) return;
    const stand = exhibitors.find(({ partner_id }) => partner_id !== null && partner_id === referral?.to_id);
    const contact = stand ?? (random.chance(0.55) ? random.pick(exhibitors) : undefined);
    came.set(person, {
      id: random.id(at),
      forum_id: forum.id,
      partner_id: partner.id,
      beneficiary_id: person.id,
      people: 1,
      first_time_people: registrationDay(person) >= on ? 1 : 0,
      // A person who was new at the forum agreed after being informed, at the registration.
      agreed_on: dateOf(Math.max(on, registrationDay(person))),
      method: random.chance(0.45) ? 'WRITTEN' : 'ORAL',
      exhibitor_id: contact?.id ?? null,
      referral_id: referral?.id ?? null,
      recorded_by_id: worker(random, partner),
      recorded_at: timeOf(at),
    });
  };

  const byId = new Map(people.map((person) => [person.id, person]));
  const [from, until] = [dateOf(on + 1), dateOf(on + AFTERMATH + 1)];
  for (const referral of referrals) {
    const { sent_at, from_id, beneficiary_id } = referral;
    if (sent_at < from || sent_at >= until) continue;
    const person = byId.get(beneficiary_id);
    if (!person || from_id !== person.referent.id) continue;
    if (registrationDay(person) < on && random.chance(0.5)) {
      come(person, person.referent, workingTime(random, on), referral);
    }
  }
  for (const person of people) {
    const registered = registrationDay(person);
    const isNew = registered >= on && registered <= on + AFTERMATH && isOf(person, forum);
    if (isNew && random.chance(0.6)) come(person, person.referent, arrivalOf(random, person));
  }
  const known = random.shuffle(people.filter((person) => isOf(person, forum) && isThere(person, on)));
  for (const person of known.slice(0, random.int(24, 38))) {
    const pathway = random.pick(person.pathways.filter((one) => overlaps(one, on, on + 1)));
    come(person, pathway.partner, workingTime(random, on));
  }
  return [...came.values()];
}

/** Whether the person lives in the area of the forum. */
function isOf({ district }: Person, { area }: ForumRow): boolean {
  return district === area;
}

/** Whether the person was known before that day and is accompanied on it. */
function isThere(person: Person, on: Day): boolean {
  return registrationDay(person) < on && person.pathways.some((pathway) => overlaps(pathway, on, on + 1));
}

/** Some minutes after the registration, or on one of the next days. */
function arrivalOf(random: Random, person: Person): Moment {
  const at = later(random, person.registeredAt, random.int(0, 2));
  return dayOf(at) <= LAST_DAY ? at : person.registeredAt;
}

/** Generates a partner's headcount of other visitors, without names. */
function headcount(random: Random, forum: ForumRow, partner: TownPartner): AttendanceRow {
  const at = workingTime(random, day(forum.held_on));
  const people = random.int(9, 46);
  return {
    id: random.id(at),
    forum_id: forum.id,
    partner_id: partner.id,
    beneficiary_id: null,
    people,
    first_time_people: Math.round((people * random.int(20, 60)) / 100),
    agreed_on: null,
    method: null,
    exhibitor_id: null,
    referral_id: null,
    recorded_by_id: worker(random, partner),
    recorded_at: timeOf(at),
  };
}
