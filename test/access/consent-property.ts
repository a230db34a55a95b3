import { it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { ConsentSequence } from './consent-sequence.js';

const essential = ['withdrawSharing', 'withdrawFromPartner', 'sendReferral', 'acceptReferral'];

/**
 * Declares the property test that no access remains after a withdrawal, with this number of persons, or more until each
 * essential command was sent.
 */
export function testAccessEndsWithWithdrawal(persons: number): void {
  const hub = testHub();
  const { random } = randomFrom('CONSENT_SEED');

  it(`no access remains after a withdrawal, in random sequences of commands on ${persons} persons or more`, async () => {
    const caseworkers = await Promise.all(Array.from({ length: 4 }, () => hub.town.caseworker()));
    const clients: Client[] = caseworkers.map(({ client }) => client);
    const partners = caseworkers.map(({ partner }) => partner);
    const sent = new Set<string>();
    for (let count = 0; count < persons || essential.some((command) => !sent.has(command)); count++) {
      const sequence = await ConsentSequence.start({ hub, clients, partners }, random);
      for (let step = 0; step < 14; step++) {
        await sequence.performRandomAction();
        await sequence.expectModelAccess();
      }
      for (const entry of sequence.history) sent.add(entry.split(' ')[1] as string);
    }
  });
}
