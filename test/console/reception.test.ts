import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../kit/browser.js';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { signInAs } from './kit.js';

describe('the reception', () => {
  // A hub of its own: a test takes a right away from the hub's database role.
  const hub = testHub();
  let sender: Client;
  let receiver: { partner: SeededPartner; member: SeededMember; client: Client };

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    receiver = await hub.town.caseworker();
  });

  const receive = async (lastName: string, changes = {}) =>
    sendReferral(
      sender,
      await registerPerson(sender, { firstName: 'Zoé', lastName }),
      receiver.partner,
      changes,
    );
  const line = (page: Page, name: string) => page.locator('[data-line]', { hasText: `Zoé ${name}` });

  describeInBrowser('the list of referrals', (browser) => {
    const openAt = async (address: string): Promise<Page> => {
      const page = await browser.open(hub.url + address);
      await signInAs(page, receiver.member);
      return page;
    };

    it('never shows the answer to an earlier filter under a later one', async () => {
      await performActions(await receive('Annulée'), 1, [sender, 'CANCEL']);
      await performActions(await receive('Refusée'), 1, [receiver.client, 'DECLINE']);
      const page = await openAt('/reception');
      let release: (value?: unknown) => void = () => {};
      const released = new Promise((resolve) => (release = resolve));
      await page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('["CANCELLED"]')) await released;
        await route.continue().catch(() => {});
      });
      await page.getByLabel('État').selectOption('CANCELLED');
      await page.getByLabel('État').selectOption('DECLINED');
      await page.getByText('Personne non visible').waitFor();
      release();
      // Later answers of the hub come after it.
      await page.getByLabel('En retard').click();
      await page.getByText('Aucune orientation ne correspond').waitFor();
      await page.getByLabel('En retard').click();
      await page.getByText('Personne non visible').waitFor();
      expect(await page.locator('[data-line]').count()).toBe(1);
      expect(await page.locator('[data-line]').textContent()).toContain('Refusée');
    });

    it('shows values of the address as they are, after load, reload and back', async () => {
      const page = await openAt('/reception?etat=662E41');
      await page.getByText('« 662E41 »').waitFor();
      await page.goto(`${hub.url}/reception?priorite=723421968459640832`);
      await page.getByText('« 723421968459640832 »').waitFor();
      await page.reload();
      await page.getByText('« 723421968459640832 »').waitFor();
      await page.goBack();
      await page.getByText('« 662E41 »').waitFor();
      expect(new URL(page.url()).search).toBe('?etat=662E41');
      await page.getByRole('link', { name: 'Effacer les filtres' }).first().click();
      await page.getByText('« 662E41 »').waitFor({ state: 'detached' });
    });

    it('filters by service, and keeps the filter in the address', async () => {
      const administrator = await hub.town.signedInMember(receiver.partner, 'PARTNER_ADMINISTRATOR');
      const service = async (name: string) =>
        (await runCommand(administrator.client, 'addService', { ...validInput.addService(), name })).id;
      await receive('Mobilité', { service: await service('Atelier de mobilité') });
      await receive('Numérique', { service: await service('Point numérique') });
      const page = await openAt('/reception');
      await line(page, 'Numérique').waitFor();
      await page.getByLabel('Offre', { exact: true }).selectOption({ label: 'Atelier de mobilité' });
      await line(page, 'Numérique').waitFor({ state: 'detached' });
      await page.reload();
      await line(page, 'Mobilité').waitFor();
      expect(await page.locator('[data-line]').count()).toBe(1);
    });

    it('says that it failed, and never that there is nothing, and tries again when asked', async () => {
      await receive('Attente');
      const page = await openAt('/reception?etat=REQUESTED');
      await line(page, 'Attente').waitFor();
      await hub.owner('revoke select on referral from hub_partner');
      try {
        await page.getByLabel('Priorité').selectOption('ROUTINE');
        await page.getByText('Cette partie n’a pas pu être chargée.').first().waitFor();
        expect(await page.getByText('Aucune orientation').count()).toBe(0);
      } finally {
        await hub.owner('grant select on referral to hub_partner');
      }
      await page.getByRole('main').getByRole('button', { name: 'Réessayer' }).click();
      await line(page, 'Attente').waitFor();
    });

    it('stays still under the keyboard when referrals arrive: what was aimed at opens', async () => {
      await receive('Première');
      const page = await openAt('/reception');
      await line(page, 'Première').waitFor();
      await page.keyboard.press('j');
      const focused = () => page.evaluate('document.activeElement.textContent');
      expect(await focused()).toContain('Zoé Première');
      await receive('Deuxième');
      await page.getByRole('button', { name: '1 nouvelle orientation : afficher' }).waitFor();
      await receive('Troisième');
      await page.getByRole('button', { name: '2 nouvelles : afficher' }).waitFor();
      expect(await focused()).toContain('Zoé Première');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Zoé Première' }).waitFor();
      await page.getByRole('button', { name: '2 nouvelles : afficher' }).click();
      await line(page, 'Troisième').waitFor();
    });
  });
});
