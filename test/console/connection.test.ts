import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../kit/browser.js';
import type { Client } from '../kit/client.js';
import { runCommand } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { beforeCommand, expectAccessible, signInAs } from './kit.js';

interface Caseworker {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
}

/** A subscription as the page sends it. */
interface Subscribed {
  readonly payload: { readonly query: string; readonly variables: { readonly after?: string } };
}

describe('the connection of the console', () => {
  const hub = testHub();
  let server: HubProcess;
  let sender: Caseworker;
  let receiver: Caseworker;

  beforeAll(async () => {
    [sender, receiver] = await Promise.all([hub.town.caseworker(), hub.town.caseworker()]);
  });
  afterAll(() => server?.kill());

  const send = async (lastName: string) =>
    sendReferral(
      sender.client,
      await registerPerson(sender.client, { firstName: 'Zoé', lastName }),
      receiver.partner,
    );
  const line = (page: Page, name: string) => page.locator('[data-line]', { hasText: name });

  /** The subscriptions to referrals that a page sends, over all its sockets. */
  const subscriptionsOf = (page: Page): Subscribed[] => {
    const sent: Subscribed[] = [];
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('referralEvents')) sent.push(JSON.parse(String(payload)));
      }),
    );
    return sent;
  };

  describeInBrowser('when the hub is gone', (browser) => {
    it('the console says since when, saves nothing, and catches up by its cursor when the hub is back', async () => {
      server = await HubProcess.start({ DATABASE_URL: hub.ownerUrl });
      const page = await browser.open(`${server.url}/reception`);
      const subscribed = subscriptionsOf(page);
      await signInAs(page, receiver.member);
      await page.getByText('Aucune orientation reçue').waitFor();
      await send('Avant');
      await line(page, 'Zoé Avant').click();
      await page.getByLabel('Votre message').fill('Je rappelle demain');
      await page.getByLabel('Confiée à').waitFor();
      await line(page, 'Zoé Avant').focus();

      await server.kill();
      await page
        .getByText(/Connexion coupée depuis \d\d:\d\d, nouvelle tentative (dans \d+ s|en cours)\./)
        .waitFor();
      await page.getByText('rien ne peut être enregistré pour le moment').first().waitFor();
      for (const command of ['Accepter', 'Refuser', 'Envoyer le message'])
        expect(await page.getByRole('button', { name: command }).isDisabled()).toBe(true);
      expect(await page.getByLabel('Confiée à').isDisabled()).toBe(true);
      await expectAccessible(page);

      const meanwhile = await send('Pendant');
      server = await HubProcess.start({ DATABASE_URL: hub.ownerUrl, PORT: new URL(server.url).port });
      await page.getByRole('region', { name: 'État de la connexion' }).waitFor({ state: 'detached' });
      // The list is in use, so what came meanwhile waits.
      await page.getByRole('button', { name: '1 nouvelle orientation : afficher' }).click();
      expect(await page.getByLabel('Votre message').inputValue()).toBe('Je rappelle demain');
      await page.getByRole('button', { name: 'Envoyer le message' }).click();
      await page.getByText('Message envoyé.').waitFor();
      await line(page, 'Zoé Pendant').click();
      await page.waitForURL((url) => url.searchParams.get('choix') === meanwhile);

      const [first, ...later] = subscribed.map(({ payload }) => payload.variables.after);
      expect(first).toBeUndefined();
      expect(later.length).toBeGreaterThan(0);
      expect(later.every(Boolean)).toBe(true);
    });

    it('a dialog that is open keeps what was typed, and saves it when the hub is back', async () => {
      const referral = await send('Dialogue');
      server = await HubProcess.start({ DATABASE_URL: hub.ownerUrl });
      const page = await browser.open(`${server.url}/orientations/${referral}`);
      await signInAs(page, receiver.member);
      await page.getByRole('button', { name: 'Refuser' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Précision').fill('Complet jusqu’en mars');
      await server.kill();
      await dialog.getByText('Connexion coupée : rien ne peut être enregistré').waitFor();
      expect(await dialog.getByRole('button', { name: 'Confirmer' }).isDisabled()).toBe(true);
      server = await HubProcess.start({ DATABASE_URL: hub.ownerUrl, PORT: new URL(server.url).port });
      await dialog.getByText('Connexion coupée').waitFor({ state: 'detached' });
      expect(await dialog.getByLabel('Précision').inputValue()).toBe('Complet jusqu’en mars');
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText('Orientation refusée.').waitFor();
    });
  });

  describeInBrowser('when somebody else is faster', (browser) => {
    it('a stale answer is refused with what was typed, and given again on the current version', async () => {
      const referral = await send('Ensemble');
      const page = await browser.open(`${hub.url}/orientations/${referral}`);
      await signInAs(page, receiver.member);
      await page.getByRole('button', { name: 'Demander des précisions' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Votre question').fill('Quels horaires ?');
      await beforeCommand(page, 'requestReferralInfo', () =>
        runCommand(receiver.client, 'reviewReferral', { referral, expectedVersion: 1 }),
      );
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await dialog.getByText('Ce dossier a changé entre-temps').waitFor();
      expect(await dialog.getByLabel('Votre question').inputValue()).toBe('Quels horaires ?');
      await page.getByText('À l’étude', { exact: true }).first().waitFor();
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText('Précisions demandées', { exact: true }).first().waitFor();
    });
  });
});
