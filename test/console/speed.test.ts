import { beforeAll, describe, it } from '@jest/globals';
import { describeInBrowser } from '../kit/browser.js';
import type { Client } from '../kit/client.js';
import { expectSoon, figure } from '../kit/figures.js';
import { sharedHub } from '../kit/hub.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { signInAs } from './kit.js';

/** What users may expect, in milliseconds. */
const promised = { usable: 1500, event: 1000 };

describe('the console is fast', () => {
  const hub = sharedHub();
  let sender: Client;
  let receiver: { partner: SeededPartner; member: SeededMember };

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    receiver = await hub.town.caseworker();
  });

  const receive = async (lastName: string) =>
    sendReferral(sender, await registerPerson(sender, { firstName: 'Zoé', lastName }), receiver.partner);

  describeInBrowser('speed', (browser) => {
    it('usable on a first visit, and a referral is on the screen when it is sent', async () => {
      await receive('Première');
      const begun = performance.now();
      const page = await browser.open(hub.url);
      await page.getByRole('searchbox', { name: 'Chercher un compte' }).waitFor();
      const signIn = performance.now() - begun;
      await signInAs(page, receiver.member);
      await page.locator('[data-line]', { hasText: 'Zoé Première' }).waitFor();

      const again = performance.now();
      await page.reload();
      await page.locator('[data-line]', { hasText: 'Zoé Première' }).waitFor();
      const list = performance.now() - again;

      const arrival = page.locator('[data-line]', { hasText: 'Zoé Deuxième' }).waitFor();
      await receive('Deuxième');
      const sent = performance.now();
      await arrival;
      const event = performance.now() - sent;

      expectSoon(signIn, promised.usable);
      expectSoon(list, promised.usable);
      expectSoon(event, promised.event);
      figure(
        'console: usable within 1.5 s on a first visit',
        `sign-in after ${signIn.toFixed(0)} ms; a list of referrals after ${list.toFixed(0)} ms on a reload`,
      );
      figure('console: a referral is on the screen within 1 s', `${event.toFixed(0)} ms after it was sent`);
    });
  });
});
