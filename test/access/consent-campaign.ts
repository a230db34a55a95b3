import { expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { ConsentWalk } from './consent-walk.js';

/** Declares the test that no access remains after a withdrawal, for the given number of persons. */
export function noAccessOutlivesAWithdrawal(persons: number): void {
  const hub = testHub();
  const { random } = randomFrom('CONSENT_SEED');

  it(`no access remains after a withdrawal, in random sequences of commands on ${persons} persons`, async () => {
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
        const command = told.split(' ')[1] as string;
        done.set(command, (done.get(command) ?? 0) + 1);
      }
    }
    for (const command of ['withdrawSharing', 'withdrawFromPartner', 'sendReferral', 'acceptReferral']) {
      expect([command, done.get(command)]).toEqual([command, expect.any(Number)]);
    }
  });
}
