import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { filedPerson } from '../files/file.js';
import { describeInBrowser } from '../kit/browser.js';
import { runCommand } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { audience, type IdentityProvider, newKeys, startIdentityProvider } from '../kit/identity-provider.js';
import { acceptAllInvitations, requestWithToken } from '../kit/invitations.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { expectAccessible, recordFailures, signInAs } from './kit.js';

describe('the console for each role', () => {
  const hub = testHub();
  let partner: SeededPartner;
  let provider: IdentityProvider;

  beforeAll(async () => {
    partner = await hub.town.partner();
    provider = await startIdentityProvider([await newKeys('ES256', 'a key')]);
  });
  afterAll(() => provider.stop());

  const menu = (page: Page) => page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link');
  const buttons = (page: Page) => page.getByRole('main').getByRole('button');

  describeInBrowser('roles without files', (browser) => {
    it.each([
      ['COORDINATOR', 'Vous coordonnez', ['Chiffres']],
      ['COMMITTEE_MEMBER', 'Vous suivez l’action du territoire', ['Chiffres']],
      ['CLAUSE_FACILITATOR', 'Vous suivez les marchés', []],
      ['DATA_PROTECTION_OFFICER', 'Vous veillez à la protection des données', ['Protection des chiffres']],
    ])('%s begins with what is for this role; nothing fails', async (role, sentence, figures) => {
      const member = await hub.town.member(partner, role);
      const page = await browser.open(hub.url);
      const failures = recordFailures(page);
      await signInAs(page, member);
      await page.getByRole('heading', { name: 'Accueil' }).waitFor();
      await page.getByText(sentence).waitFor();
      const readsReport = figures.includes('Chiffres');
      expect(await menu(page).allTextContents()).toEqual(['Accueil', ...figures, 'Notifications']);
      expect(await buttons(page).count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Rapport annuel' }).count()).toBe(readsReport ? 1 : 0);
      for (const link of await page.getByRole('main').getByRole('link').all()) {
        const address = new URL((await link.getAttribute('href')) as string, page.url());
        expect((await page.request.get(address.href)).status()).toBe(200);
      }
      await expectAccessible(page);
      await menu(page).filter({ hasText: 'Notifications' }).click();
      await page.getByText('Aucune notification.').waitFor();
      await expectAccessible(page);
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      await page.getByRole('heading', { name: 'Notifications' }).waitFor();
      expect(failures()).toEqual([]);
    });

    it('an address of files and referrals leads to the first screen', async () => {
      const member = await hub.town.member(partner, 'COORDINATOR');
      const page = await browser.open(`${hub.url}/personnes`);
      await signInAs(page, member);
      await page.getByRole('heading', { name: 'Accueil' }).waitFor();
      for (const path of ['reception', `orientations/referral_${randomUUID()}`, 'personnes/x/orienter']) {
        await page.goto(`${hub.url}/${path}`);
        await page.getByRole('heading', { name: 'Accueil' }).waitFor();
        expect(new URL(page.url()).pathname).toBe('/accueil');
      }
    });

    it('the first screen is accessible in the dark and on a telephone', async () => {
      const member = await hub.town.member(partner, 'COMMITTEE_MEMBER');
      const page = await browser.open(hub.url);
      await signInAs(page, member);
      await page.getByRole('heading', { name: 'Accueil' }).waitFor();
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 740 });
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    });
  });

  describeInBrowser('roles with files', (browser) => {
    it.each(['CASEWORKER', 'PARTNER_ADMINISTRATOR'])('%s begins with the referrals', async (role) => {
      const member = await hub.town.member(partner, role);
      const page = await browser.open(hub.url);
      const failures = recordFailures(page);
      await signInAs(page, member);
      await page.getByRole('heading', { name: 'Orientations' }).waitFor();
      expect(await menu(page).allTextContents()).toEqual(['Orientations', 'Personnes', 'Notifications']);
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Personnes' }).click();
      await page.getByRole('button', { name: 'Enregistrer une personne' }).waitFor();
      await page.goto(`${hub.url}/accueil`);
      await page.getByRole('heading', { name: 'Orientations' }).waitFor();
      expect(failures()).toEqual([]);
    });
  });

  describeInBrowser('a machine that may only read', (browser) => {
    it('sees the lists and no button of a command', async () => {
      const administrator = await hub.town.signedInMember(partner, 'PARTNER_ADMINISTRATOR');
      await registerPerson(administrator.client, { firstName: 'Zoé', lastName: 'Lue' });
      const { person } = await filedPerson(administrator.client);
      const sender = await hub.town.caseworker();
      const referral = await sendReferral(sender.client, await registerPerson(sender.client), partner);
      await runCommand(administrator.client, 'addMachineAccount', {
        idempotencyKey: randomUUID(),
        clientId: partner.slug,
        name: 'Our software',
        role: 'CASEWORKER',
        mayWrite: false,
      });
      const { url } = await hub.startAnother({
        AUTH_ISSUER: provider.issuer,
        AUTH_AUDIENCE: audience,
        AUTH_JWKS_URL: provider.jwksUrl,
      });
      const token = await provider.token({ sub: partner.slug, client_id: partner.slug, scope: 'hub:write' });
      await acceptAllInvitations(requestWithToken(url, token));
      const page = await browser.open(`${url}/personnes`);
      const failures = recordFailures(page);
      await page.getByLabel('Jeton d’accès').fill(token);
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await page.locator('[data-line]', { hasText: 'Lue Zoé' }).waitFor();
      await menu(page).first().waitFor();
      expect(await buttons(page).allTextContents()).toEqual(['Chercher']);
      await expectAccessible(page);
      for (const path of [`personnes/${person}`, `personnes/${person}/orienter`]) {
        await page.goto(`${url}/${path}`);
        await page.getByRole('heading', { name: 'Chronologie' }).waitFor();
        expect(await buttons(page).count()).toBe(0);
        expect(await page.getByRole('link', { name: 'Orienter', exact: true }).count()).toBe(0);
        await expectAccessible(page);
      }
      await page.goto(`${url}/orientations/${referral}`);
      await page.getByRole('heading', { name: 'Messages' }).waitFor();
      expect(await buttons(page).count()).toBe(0);
      expect(await page.getByRole('main').locator('select, textarea').count()).toBe(0);
      await expectAccessible(page);
      await page.goto(`${url}/preferences`);
      await page.getByText('Ce compte ne fait que lire').waitFor();
      expect(await page.getByLabel('Quand les recevoir').count()).toBe(0);
      expect(failures()).toEqual([]);
    });
  });
});
