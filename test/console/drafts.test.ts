import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../kit/browser.js';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { beforeCommand, expectAccessible, loseAnswer, signInAs } from './kit.js';

interface Caseworker {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
}

describe('drafts of referrals in the console', () => {
  const hub = testHub();
  let sender: Caseworker;
  let receiver: Caseworker;
  let service: string;

  beforeAll(async () => {
    [sender, receiver] = await Promise.all([hub.town.caseworker(), hub.town.caseworker()]);
    const administrator = await hub.town.signedInMember(receiver.partner, 'PARTNER_ADMINISTRATOR');
    const input = { ...validInput.addService(), name: 'Atelier de mobilité', themes: ['MOBILITE'] };
    service = (await runCommand(administrator.client, 'addService', input)).id;
  });

  const person = (lastName: string) => registerPerson(sender.client, { firstName: 'Zoé', lastName });
  const referralsOf = async (id: string): Promise<Data[]> => {
    const query = `query ($id: ID!) { beneficiary(id: $id) { referrals(orderBy: OLDEST) {
      nodes { id status purpose scope version formerReferral { id } } } } }`;
    return (await sender.client.data(query, { id })).beneficiary.referrals.nodes;
  };
  const draft = (id: string, changes: Data = {}): Promise<Data> =>
    runCommand(
      sender.client,
      'draftReferral',
      validInput.draftReferral(id, receiver.partner, { service, ...changes }),
    );
  const purpose = (page: Page) => page.getByLabel('Motif');
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const send = (page: Page) => button(page, 'Envoyer l’orientation');
  const fill = async (page: Page, text: string) => {
    await page.getByRole('radio', { name: /Atelier de mobilité/ }).check();
    await purpose(page).fill(text);
  };

  describeInBrowser('the screen that refers a person', (browser) => {
    const openAs = async (member: SeededMember, path: string, page?: Page) => {
      const opened = page ?? (await browser.open(hub.url));
      await opened.goto(`${hub.url}${path}`);
      await signInAs(opened, member);
      return opened;
    };

    it('keeps what is typed: after a reload and a new session the same person gets it back, a colleague does not', async () => {
      const id = await person('Brouillon');
      const path = `/personnes/${id}/orienter`;
      const page = await openAs(sender.member, path);
      await page.getByText('Votre saisie est gardée en brouillon dès').waitFor();
      await fill(page, 'Souhaite passer le permis');
      await page.getByLabel('Ce qui sera partagé').selectOption({ label: 'l’identité' });
      await page.getByText(/Brouillon enregistré à/).waitFor();
      await page.reload();
      await page.getByText('Vous aviez commencé cette orientation.').waitFor();
      expect(await purpose(page).inputValue()).toBe('Souhaite passer le permis');
      expect(await page.getByRole('radio', { name: /Atelier de mobilité/ }).isChecked()).toBe(true);
      await purpose(page).fill('Souhaite passer le permis B');
      await page.getByText(/Brouillon enregistré à/).waitFor();
      await page.getByRole('button', { name: /Votre compte : / }).click();
      await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
      await page.getByRole('heading', { name: 'Qui êtes-vous ?' }).waitFor();

      const colleague = await hub.town.member(sender.partner);
      await openAs(colleague, path, page);
      await page.getByText('Votre saisie est gardée en brouillon dès').waitFor();
      expect(await purpose(page).inputValue()).toBe('');
      const again = await openAs(sender.member, path);
      await again.getByText('Vous aviez commencé cette orientation.').waitFor();
      expect(await purpose(again).inputValue()).toBe('Souhaite passer le permis B');
      await expectAccessible(again);
      expect(await referralsOf(id)).toMatchObject([
        { status: 'DRAFT', purpose: 'Souhaite passer le permis B', scope: 'IDENTITY' },
      ]);
    });

    it('a draft in the outbox opens with its content, is changed and sent; its saves are one line of the history', async () => {
      const id = await person('Reprise');
      await draft(id, { purpose: 'Cherche un stage', priority: 'URGENT', scope: 'IDENTITY' });
      const page = await openAs(sender.member, '/reception?boite=envoyees');
      await page.locator('[data-line]', { hasText: 'Zoé Reprise' }).click();
      await page.getByRole('link', { name: 'Reprendre le brouillon' }).click();
      await purpose(page).waitFor();
      expect(await purpose(page).inputValue()).toBe('Cherche un stage');
      expect(await page.getByLabel('Priorité').inputValue()).toBe('URGENT');
      expect(await page.getByLabel('Ce qui sera partagé').inputValue()).toBe('IDENTITY');
      await purpose(page).fill('Cherche un stage de vente');
      await page.getByText(/Brouillon enregistré à/).waitFor();
      await purpose(page).fill('Cherche un stage de vente en mai');
      await send(page).click();
      await page.getByText('Sans l’accord de la personne').waitFor();
      await page.getByLabel('La personne est d’accord').check();
      await send(page).click();
      await page.getByRole('heading', { name: 'Historique' }).waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Envoyée par' }).waitFor();
      expect(await page.getByRole('listitem').filter({ hasText: 'Brouillon' }).count()).toBe(1);
      expect(await referralsOf(id)).toMatchObject([
        { status: 'REQUESTED', purpose: 'Cherche un stage de vente en mai' },
      ]);
    });

    it('a draft is thrown away, from the referral or from the form', async () => {
      const id = await person('Abandon');
      const first = (await draft(id)).id;
      const page = await openAs(sender.member, `/orientations/${first}`);
      await button(page, 'Jeter le brouillon').click();
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Jeter le brouillon' }).click();
      await page.getByText('Annulée').first().waitFor();
      const second = (await draft(id)).id;
      await page.goto(`${hub.url}/personnes/${id}/orienter?reprendre=${second}`);
      await button(page, 'Jeter le brouillon').click();
      // Another window changes it meanwhile: the user is asked again.
      await runCommand(sender.client, 'changeReferralDraft', {
        referral: second,
        expectedVersion: 1,
        priority: 'URGENT',
      });
      await page.getByRole('dialog').getByRole('button', { name: 'Jeter le brouillon' }).click();
      await page.getByText('Ce dossier a changé entre-temps').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Jeter le brouillon' }).click();
      await page.waitForURL(`${hub.url}/personnes/${id}`);
      expect((await referralsOf(id)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    });

    it('a draft that another window has changed meanwhile keeps what was typed', async () => {
      const id = await person('Fenêtres');
      const { id: referral } = await draft(id, { purpose: 'Cherche un emploi' });
      const page = await openAs(sender.member, `/personnes/${id}/orienter`);
      await page.getByText('Vous aviez commencé cette orientation.').waitFor();
      await beforeCommand(page, 'changeReferralDraft', () =>
        runCommand(sender.client, 'changeReferralDraft', {
          referral,
          expectedVersion: 1,
          priority: 'URGENT',
        }),
      );
      await page.getByLabel('La personne est d’accord').check();
      await purpose(page).fill('Cherche un emploi de nuit');
      await send(page).click();
      await page.getByText('Ce dossier a changé entre-temps').first().waitFor();
      expect(await purpose(page).inputValue()).toBe('Cherche un emploi de nuit');
      await send(page).click();
      await page.getByRole('heading', { name: 'Historique' }).waitFor();
      expect(await referralsOf(id)).toMatchObject([
        { status: 'REQUESTED', purpose: 'Cherche un emploi de nuit' },
      ]);
    });

    it('answers that are lost on their way make neither a second draft nor a second referral', async () => {
      const id = await person('Perdue');
      const page = await openAs(sender.member, `/personnes/${id}/orienter`);
      await loseAnswer(page, 'draftReferral');
      await fill(page, 'Cherche un emploi');
      await page.getByText('Le brouillon n’a pas pu être enregistré.').waitFor();
      await purpose(page).fill('Cherche un emploi de jour');
      await page.getByText(/Brouillon enregistré à/).waitFor();
      await loseAnswer(page, 'sendReferralDraft');
      await page.getByLabel('La personne est d’accord').check();
      await send(page).click();
      await page.getByText('on ne sait pas si c’est enregistré').waitFor();
      await send(page).click();
      await page.getByRole('heading', { name: 'Historique' }).waitFor();
      expect(await referralsOf(id)).toMatchObject([
        { status: 'REQUESTED', purpose: 'Cherche un emploi de jour' },
      ]);
    });

    it('sensitive words are marked while the draft is saved, and confirmed when it is sent', async () => {
      const id = await person('Mots');
      const page = await openAs(sender.member, `/personnes/${id}/orienter`);
      await fill(page, 'Suit un traitement pour dépression');
      await page.locator('mark', { hasText: 'dépression' }).waitFor();
      await page.getByText('Le brouillon n’est pas enregistré').waitFor();
      expect(await referralsOf(id)).toEqual([]);
      await page.getByLabel('La personne est d’accord').check();
      await send(page).click();
      await button(page, 'Confirmer tel quel').click();
      await page.getByRole('heading', { name: 'Historique' }).waitFor();
      expect(await referralsOf(id)).toMatchObject([{ status: 'REQUESTED' }]);
    });

    it('a closed referral is made again with its content, after a warning that it was declined before', async () => {
      const id = await person('Encore');
      const former = await sendReferral(sender.client, id, receiver.partner, {
        service,
        purpose: 'Passer le permis',
        scope: 'IDENTITY',
      });
      await performActions(former, 1, [receiver.client, 'DECLINE']);
      const page = await openAs(sender.member, `/orientations/${former}`);
      await page.getByRole('link', { name: 'Orienter de nouveau' }).click();
      await page.getByText('Les champs sont repris de l’orientation précédente.').waitFor();
      expect(await purpose(page).inputValue()).toBe('Passer le permis');
      await purpose(page).fill('Passer le permis, avec une aide');
      await page.getByLabel('La personne est d’accord').check();
      await send(page).click();
      await button(page, 'Confirmer tel quel').click();
      await page.getByRole('heading', { name: 'Historique' }).waitFor();
      const [, again, ...others] = await referralsOf(id);
      expect(others).toEqual([]);
      expect(again).toMatchObject({
        status: 'REQUESTED',
        purpose: 'Passer le permis, avec une aide',
        scope: 'IDENTITY',
        formerReferral: { id: former },
      });
    });
  });
});
