import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { RandomSource } from './random-source.js';
import type { Rows } from './rows.js';
import type { ReferencedRows } from './town.js';

const instants = ['2025-01-10T09:00:00Z', '2025-01-11T09:00:00.150Z', '2025-03-01T09:00:00.250Z'];

/** Services of the fixture's partners: open or closed, with or without a contact, with or without known places. */
export function serviceRows({ pick, below, oneIn }: RandomSource, partners: readonly SeededPartner[]): Rows {
  return partners.flatMap((partner) =>
    Array.from({ length: 4 }, () => ({
      id: v7(),
      partner_id: partner.key,
      name: pick(['A workshop', 'Évaluation', 'A “desk”']),
      themes: pick(['{NUMERIQUE}', '{SE_FORMER,NUMERIQUE}', '{LOGEMENT_HEBERGEMENT}']),
      publics: pick(['{JEUNES,FEMMES}', '{SENIORS}', '{TOUS_PUBLICS}']),
      capacity: below(2),
      capacity_updated_at: pick([null, ...instants, new Date().toISOString()]),
      contact: oneIn(3) ? '' : '01 99 00 10 00',
      status: pick(['OPEN', 'OPEN', 'CLOSED']),
    })),
  );
}

/** Messages between the partners of referrals, and assignments of received referrals. */
export function messageAndAssignmentRows(
  { pick, below, oneIn }: RandomSource,
  referrals: Rows,
  transitions: Rows,
  { partners, authorOf }: ReferencedRows,
): Record<string, Rows> {
  const rows = { referral_message: [] as Rows, referral_assignment: [] as Rows };
  const addMessage = (referral: Rows[number], transitionId: unknown) => {
    const by = pick(
      partners.filter(({ key }) => [referral['from_id'], referral['to_id']].includes(key)),
    ) as SeededPartner;
    rows.referral_message.push({
      id: v7(),
      referral_id: referral['id'],
      by_id: by.key,
      author_id: authorOf(by),
      text: pick(['When may they come?', 'On “Monday”']),
      at: pick(instants),
      change_id: transitionId,
    });
  };
  for (const referral of referrals.filter((it) => it['sent_at'])) {
    for (let count = below(4); count > 0; count--) addMessage(referral, null);
    const receiver = partners.find(({ key }) => key === referral['to_id']) as SeededPartner;
    if (!oneIn(2)) continue;
    rows.referral_assignment.push({
      referral_id: referral['id'],
      member_id: oneIn(4) ? null : authorOf(receiver),
      assigned_by_id: authorOf(receiver),
      assigned_at: pick(instants),
    });
  }
  for (const transition of transitions) {
    const isInfoRequest = [transition['from'], transition['to']].includes('INFO_REQUESTED');
    const referral = referrals.find((it) => it['id'] === transition['referral_id']) as Rows[number];
    if (!isInfoRequest || !referral['sent_at'] || oneIn(2)) continue;
    addMessage(referral, transition['id']);
  }
  return rows;
}
