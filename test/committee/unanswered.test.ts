import { expect, it } from '@jest/globals';
import { testHub } from '../kit/hub.js';
import { release } from '../kit/releases.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { committeeMember, thisYear } from './steering.js';

const hub = testHub();

it('a release is made when a partner has answered none of its referrals', async () => {
  const { client } = await hub.town.caseworker();
  const { partner } = await hub.town.caseworker();
  for (let count = 0; count < 6; count++) await sendReferral(client, await registerPerson(client), partner);
  await release(hub);
  const { client: member } = await committeeMember(hub);
  const query = 'query ($period: PeriodInput!) { committee { indicators(period: $period) { key state } } }';
  const { indicators } = (await member.data(query, { period: thisYear })).committee;
  const of = (key: string) => indicators.find((it: { key: string }) => it.key === key);
  expect(of('REFERRALS_SENT').state).toBe('WITHHELD');
  expect(of('MEDIAN_DAYS_TO_ANSWER').state).toBe('WITHHELD');
});
