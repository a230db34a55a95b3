import { expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { ConsentWalk } from './consent-walk.js';

/** Declares the test that no access outlives a withdrawal, for so many persons. */
export function noAccessOutlivesAWithdrawal(persons: number): void {
  const hub = testHub();
  const { random } = randomFrom('CONSENT_SEED');

  it(`no access outlives a withdrawal, whatever happens to ${persons} persons in which order`, async () => {
    const houses = await Promise.all(Array.from({ length: 4 }, () => hub.town.caseworker()));
    const clients: Client[] = houses.map(({ client }) => client);
    const partners = houses.map(({ partner }) => partner);
    const done = new Map<string, number>();
    for (let count = 0; count < persons; count++) {
      const walk = await ConsentWalk.begin({ hub, clients, partners }, random);
      for (let step = 0; step < 14; step++) {
        await walk.step();
        await walk.compare();
      }
      for (const told of walk.told) {
        const act = told.split(' ')[1] as string;
        done.set(act, (done.get(act) ?? 0) + 1);
      }
    }
    for (const act of ['withdrawSharing', 'withdrawFromPartner', 'sendReferral', 'acceptReferral']) {
      expect([act, done.get(act)]).toEqual([act, expect.any(Number)]);
    }
  });
}
