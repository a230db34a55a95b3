import { describe, expect, it } from '@jest/globals';
import { firstNames, lastNames } from '../../demo/town/names.js';
import { normalizeName } from '../../src/features/beneficiaries/identity.js';
import { withEnd } from '../../src/features/outcomes/situation.js';
import { end, groupBy, idOf, inRole, partnerOf, readers, sees, town } from './rows.js';

const lastDay = '2026-11-20';
const pathwayOf = new Map(town.pathway.map((row) => [row.id, row]));
const contractOf = new Map(town.clause_contract.map((row) => [row.id, row]));
const forumOf = new Map(town.forum.map((row) => [row.id, row]));
const exhibitorOf = new Map(town.exhibitor.map((row) => [row.id, row]));
const referralOf = new Map(town.referral.map((row) => [row.id, row]));
const personOf = new Map(town.beneficiary.map((row) => [row.id, row]));
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const noExits = ['JOB_SEEKING', 'INACTIVE', 'MOVED_AWAY', 'LOST_CONTACT', 'OTHER'];

describe('an outcome of the town', () => {
  it('is the only one of its pathway, closed the pathway, and was recorded by a member of its partner who saw the person', () => {
    expect(new Set(town.outcome.map((row) => row.pathway_id)).size).toBe(town.outcome.length);
    for (const row of town.outcome) {
      const pathway = pathwayOf.get(row.pathway_id);
      expect([pathway?.status, pathway?.closed_on]).toEqual(['CLOSED', row.occurred_on]);
      expect([pathway?.beneficiary_id, pathway?.partner_id]).toEqual([row.beneficiary_id, row.partner_id]);
      expect(partnerOf.get(row.recorded_by_id)).toBe(row.partner_id);
      expect(readers.has(row.recorded_by_id)).toBe(true);
      expect(row.recorded_at >= row.occurred_on && row.recorded_at <= end).toBe(true);
      expect(sees(row.beneficiary_id, row.partner_id, row.recorded_at.slice(0, 10))).toBe(true);
    }
  });

  it('covers every situation; a fixed-term contract has a duration', () => {
    expect(new Set(town.outcome.map((row) => row.situation)).size).toBe(13);
    for (const { situation, contract_months: months } of town.outcome) {
      if (withEnd.includes(situation)) expect((months ?? 0) >= 1 && (months ?? 0) <= 60).toBe(true);
      else expect(months).toBeNull();
    }
  });

  it('is attributed to a clause contract of the pathway that had ended', () => {
    const linked = town.outcome.filter((row) => row.clause_contract_id);
    expect(linked.length).toBeGreaterThan(800);
    for (const row of linked) {
      const contract = contractOf.get(row.clause_contract_id ?? '');
      expect(contract?.pathway_id).toBe(row.pathway_id);
      expect((contract?.ends_on ?? '9999') <= row.occurred_on).toBe(true);
    }
  });

  it('is an exit from the clause in 2024 for exactly 311 distinct persons, and no exit for some others', () => {
    const in2024 = town.outcome.filter((row) => row.clause_contract_id && row.occurred_on.startsWith('2024'));
    const exits = in2024.filter((row) => !noExits.includes(row.situation));
    expect(exits).toHaveLength(311);
    expect(new Set(exits.map((row) => row.beneficiary_id)).size).toBe(311);
    expect(in2024.length - exits.length).toBeGreaterThan(30);
  });

  it('may be verified by another member of the partner, and may have a follow-up half a year later', () => {
    const verified = town.outcome.filter((row) => row.verified_at);
    const followed = town.outcome.filter((row) => row.followed_up_on);
    expect(verified.length).toBeGreaterThan(100);
    expect(followed.length).toBeGreaterThan(100);
    for (const row of verified) {
      expect(partnerOf.get(row.verified_by_id ?? '')).toBe(row.partner_id);
      expect(row.verified_by_id).not.toBe(row.recorded_by_id);
      expect((row.verified_at ?? '') > row.recorded_at && (row.verified_at ?? '') <= end).toBe(true);
    }
    for (const row of followed) {
      const on = row.followed_up_on ?? '';
      expect(on <= lastDay && days(row.occurred_on, on) > 153).toBe(true);
      expect(row.situation_at_6_months).not.toBeNull();
      expect(sees(row.beneficiary_id, row.partner_id, on)).toBe(true);
    }
  });
});

describe('a forum of the town', () => {
  it('is held twice a year, in the north and in the south, and once more at the espace Léo Ferré', () => {
    const held = town.forum.filter(({ held_on }) => held_on <= lastDay);
    expect(held.map(({ held_on, area }) => `${held_on.slice(0, 4)} ${area}`)).toEqual(
      ['2023', '2024', '2025', '2026'].flatMap((year) => [`${year} NORTH`, `${year} SOUTH`]),
    );
    const [coming, ...others] = town.forum.filter(({ held_on }) => held_on > lastDay);
    expect([coming?.place, coming?.held_on.slice(0, 4), others.length]).toEqual([
      'Espace Léo Ferré',
      '2026',
      0,
    ]);
    expect(town.attendance.filter(({ forum_id }) => forum_id === coming?.id)).toEqual([]);
    for (const { partner_id } of town.forum) expect(partner_id).toBe(idOf('ville-de-bagneux'));
  });

  it('has exhibitors of all kinds, including those that the town has published', () => {
    for (const rows of groupBy(town.exhibitor, (row) => row.forum_id).values()) {
      expect(new Set(rows.map(({ kind }) => kind)).size).toBe(4);
      const names = rows.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(
        expect.arrayContaining([
          'VS2E',
          'France Travail',
          'École de la seconde chance',
          'École française des femmes',
        ]),
      );
    }
    expect(new Set(town.exhibitor.map((row) => row.forum_id)).size).toBe(town.forum.length);
  });

  it('has at most one attendance of a person, who agreed and was visible to the recording member', () => {
    const persons = town.attendance.filter((row) => row.beneficiary_id);
    expect(new Set(persons.map((row) => row.forum_id + row.beneficiary_id)).size).toBe(persons.length);
    for (const row of persons) {
      const forum = forumOf.get(row.forum_id);
      const person = personOf.get(row.beneficiary_id ?? '');
      const first = (person?.created_at.slice(0, 10) ?? '') >= (forum?.held_on ?? '9999');
      expect([row.people, row.first_time_people]).toEqual([1, first ? 1 : 0]);
      expect(row.method).not.toBeNull();
      const recordedOn = row.recorded_at.slice(0, 10);
      expect((row.agreed_on ?? '9999') <= recordedOn && recordedOn >= (forum?.held_on ?? '9999')).toBe(true);
      expect(row.recorded_at <= end && row.recorded_at >= (person?.created_at ?? '9999')).toBe(true);
      expect(partnerOf.get(row.recorded_by_id)).toBe(row.partner_id);
      expect(readers.has(row.recorded_by_id)).toBe(true);
      expect(sees(row.beneficiary_id ?? '', row.partner_id, recordedOn)).toBe(true);
      if (row.exhibitor_id) expect(exhibitorOf.get(row.exhibitor_id)?.forum_id).toBe(row.forum_id);
    }
  });

  it('has headcounts without names, and led to referrals', () => {
    const counts = town.attendance.filter((row) => !row.beneficiary_id);
    for (const row of counts) {
      const { agreed_on, method, exhibitor_id, referral_id } = row;
      expect([agreed_on, method, exhibitor_id, referral_id]).toEqual([null, null, null, null]);
      expect(row.people >= 1 && row.first_time_people >= 0 && row.first_time_people <= row.people).toBe(true);
      expect(readers.has(row.recorded_by_id)).toBe(true);
    }
    const referred = town.attendance.filter((row) => row.referral_id);
    expect(referred.length).toBeGreaterThan(50);
    expect(new Set(referred.map((row) => row.referral_id)).size).toBe(referred.length);
    for (const row of referred) {
      const referral = referralOf.get(row.referral_id ?? '');
      expect([referral?.beneficiary_id, referral?.from_id]).toEqual([row.beneficiary_id, row.partner_id]);
      expect(days(row.recorded_at, referral?.sent_at ?? '') > 0).toBe(true);
      expect(days(row.recorded_at, referral?.sent_at ?? '') < 16).toBe(true);
    }
  });
});

describe('the roadmap of the town', () => {
  it('has nine items by the coordinator, of several owners, in all states', () => {
    expect(town.roadmap_item).toHaveLength(9);
    expect(new Set(town.roadmap_item.map((row) => row.owner_id)).size).toBeGreaterThan(5);
    expect(new Set(town.roadmap_item.map((row) => row.state)).size).toBe(4);
    for (const row of town.roadmap_item) {
      expect(inRole('COORDINATOR')).toContain(row.created_by_id);
      expect(row.indicator === null).toBe(row.target === null);
      expect(row.updated_at >= row.created_at && row.updated_at <= end).toBe(true);
      expect(row.version > 1).toBe(row.updated_at > row.created_at);
    }
  });
});

describe('the committee of the town', () => {
  it('has a member of the town and of two institutions', () => {
    expect(inRole('COMMITTEE_MEMBER').map((id) => partnerOf.get(id))).toEqual([
      idOf('drieets'),
      idOf('ville-de-bagneux'),
      idOf('departement'),
    ]);
  });
});

it('no text of forums, outcomes and the roadmap names a person', () => {
  const names = new Set([...firstNames, ...lastNames].map(normalizeName));
  const texts = [
    ...town.company.map((row) => row.name),
    ...town.procurement.flatMap((row) => [row.name, row.buyer]),
    ...town.lot.map((row) => row.name),
    ...town.hours_entry.map((row) => row.reject_reason ?? ''),
    ...town.eligibility_evidence.map((row) => row.document),
    ...town.forum.flatMap((row) => [row.name, row.place]),
    ...town.exhibitor.map((row) => row.name),
    ...town.roadmap_item.flatMap((row) => [row.title, row.description]),
  ];
  const words = new Set(texts.flatMap((text) => text.match(/(?<![’\p{L}])\p{Lu}[\p{L}-]+/gu) ?? []));
  expect([...words].filter((word) => names.has(normalizeName(word)))).toEqual([]);
});
