import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { Dice } from './dice.js';
import type { Rows } from './rows.js';
import type { Around } from './town.js';

const instants = ['2025-01-10T09:00:00Z', '2025-01-11T09:00:00.150Z', '2025-03-01T09:00:00.250Z'];

/** Services of the fixture's partners: open or closed, with or without a contact, with or without known places. */
export function serviceRows({ one, below, chance }: Dice, partners: readonly SeededPartner[]): Rows {
  return partners.flatMap((partner) =>
    Array.from({ length: 4 }, () => ({
      id: v7(),
      partner_id: partner.key,
      name: one(['A workshop', 'Évaluation', 'A “desk”']),
      themes: '{NUMERIQUE}',
      publics: '{JEUNES,FEMMES}',
      capacity: below(2),
      capacity_updated_at: one([null, ...instants, new Date().toISOString()]),
      contact: chance(3) ? '' : '01 99 00 10 00',
      status: one(['OPEN', 'OPEN', 'CLOSED']),
    })),
  );
}

/** Messages between the partners of referrals, and assignments of received referrals. */
export function talkRows(
  { one, below, chance }: Dice,
  referrals: Rows,
  changes: Rows,
  { partners, authorOf }: Around,
): Record<string, Rows> {
  const rows = { referral_message: [] as Rows, referral_assignment: [] as Rows };
  const write = (referral: Rows[number], change: unknown) => {
    const by = one(
      partners.filter(({ key }) => [referral['from_id'], referral['to_id']].includes(key)),
    ) as SeededPartner;
    rows.referral_message.push({
      id: v7(),
      referral_id: referral['id'],
      by_id: by.key,
      author_id: authorOf(by),
      text: one(['When may they come?', 'On “Monday”']),
      at: one(instants),
      change_id: change,
    });
  };
  for (const referral of referrals.filter((it) => it['sent_at'])) {
    for (let count = below(4); count > 0; count--) write(referral, null);
    const receiver = partners.find(({ key }) => key === referral['to_id']) as SeededPartner;
    if (!chance(2)) continue;
    rows.referral_assignment.push({
      referral_id: referral['id'],
      member_id: chance(4) ? null : authorOf(receiver),
      assigned_by_id: authorOf(receiver),
      assigned_at: one(instants),
    });
  }
  for (const change of changes) {
    const asked = [change['from'], change['to']].includes('INFO_REQUESTED');
    const referral = referrals.find((it) => it['id'] === change['referral_id']) as Rows[number];
    if (!asked || !referral['sent_at'] || chance(2)) continue;
    write(referral, change['id']);
  }
  return rows;
}
