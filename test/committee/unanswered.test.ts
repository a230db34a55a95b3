import { expect, it } from '@jest/globals';
import { rebuildFacts } from '../kit/facts.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { committeeMember, thisYear } from './steering.js';

const hub = testHub();

it('the facts are computed when a partner has answered none of its referrals', async () => {
  const { client } = await hub.town.caseworker();
  const { partner } = await hub.town.caseworker();
  for (let count = 0; count < 6; count++) await sendReferral(client, await registerPerson(client), partner);
  await rebuildFacts(hub);
  const { client: member } = await committeeMember(hub);
  const query =
    'query ($period: PeriodInput!) { committee { indicators(period: $period) { key value withheld } } }';
  const { indicators } = (await member.data(query, { period: thisYear })).committee;
  const of = (key: string) => indicators.find((it: { key: string }) => it.key === key);
  expect(of('REFERRALS_SENT')).toEqual({ key: 'REFERRALS_SENT', value: 6, withheld: false });
  // No referral is answered, so the median is not reached.
  expect(of('MEDIAN_DAYS_TO_ANSWER').value).toBeNull();
});
