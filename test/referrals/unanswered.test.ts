import { expect, it } from '@jest/globals';
import { type ReferralAction, unansweredStatuses } from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { registerPerson, sendReferral } from '../kit/town.js';

const hub = testHub();

/** The receiver's actions on a referral, and whether the referral is answered after them. */
const courses: readonly (readonly [answered: boolean, ...actions: ReferralAction[]])[] = [
  [false],
  [false, 'REVIEW'],
  [false, 'REQUEST_INFO'],
  [false, 'WAITLIST'],
  [true, 'ACCEPT'],
  [true, 'WAITLIST', 'ACCEPT'],
  [true, 'WAITLIST', 'DECLINE'],
];

it('WAITLISTED counts as unanswered for both sides, the coordinator and the committee’s figures', async () => {
  const { client: sender } = await hub.town.caseworker();
  const receiver = await hub.town.caseworker();
  const { client: coordinator } = await hub.town.signedInMember(
    await hub.town.partner(undefined, 'TOWN'),
    'COORDINATOR',
  );
  const unanswered = async (): Promise<string[]> => {
    const query = '{ unansweredReferrals(first: 100) { nodes { referral } } }';
    return (await coordinator.data(query)).unansweredReferrals.nodes.map((it: Data) => it.referral);
  };
  const shown = async (client: Client, id: string): Promise<Data> =>
    (await client.data('query ($id: ID!) { referral(id: $id) { status answeredAt } }', { id })).referral;

  for (const [answered, ...actions] of courses) {
    const id = await sendReferral(sender, await registerPerson(sender), receiver.partner);
    await performActions(id, 1, ...actions.map((action) => [receiver.client, action] as const));
    for (const client of [sender, receiver.client]) {
      const { status, answeredAt } = await shown(client, id);
      expect([actions, answeredAt !== null]).toEqual([actions, answered]);
      expect([actions, (unansweredStatuses as readonly string[]).includes(status)]).toEqual([
        actions,
        !answered,
      ]);
    }
    expect([actions, (await unanswered()).includes(id)]).toEqual([actions, !answered]);
  }

  // Sent 30 days ago, so that the five-day limit has passed: all referrals count, and the unanswered ones are late.
  await hub.owner(`update referral set sent_at = sent_at - interval '30 days' where to_id = $1`, [
    receiver.partner.key,
  ]);
  const rates = await hub.owner(
    `select key, sum(num)::int as answers, sum(den)::int as of
     from facts.contribution((now() - interval '2 months')::date, (now() + interval '2 months')::date)
     where partner_id = $1 and key in ('REFERRAL_ACCEPTANCE_RATE', 'ANSWERED_WITHIN_5_DAYS')
     group by key order by key`,
    [receiver.partner.key],
  );
  const answers = courses.filter(([answered]) => answered);
  expect(rates).toEqual([
    { key: 'ANSWERED_WITHIN_5_DAYS', answers: 0, of: courses.length },
    { key: 'REFERRAL_ACCEPTANCE_RATE', answers: 2, of: answers.length },
  ]);
});
