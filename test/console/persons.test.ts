import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { agreed } from '../files/file.js';
import { describeInBrowser } from '../kit/browser.js';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { daysAhead } from '../kit/days.js';
import { testHub } from '../kit/hub.js';
import { addStep, openPathway, registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';
import { expectAccessible, signInAs } from './kit.js';

interface Caseworker {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
}

describe('persons in the console', () => {
  const hub = testHub();
  let referent: Caseworker;
  let other: Caseworker;

  beforeAll(async () => {
    [referent, other] = await Promise.all([hub.town.caseworker(), hub.town.caseworker()]);
  });

  const person = (lastName: string, changes: Readonly<Record<string, unknown>> = {}) =>
    registerPerson(referent.client, { firstName: 'Zoé', lastName, ...changes });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const row = (page: Page, name: string) => page.locator('[data-line]', { hasText: name });
  const entry = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
  const count = async (id: string, list: string): Promise<number> => {
    const query = `query ($id: ID!) { beneficiary(id: $id) { ${list} { totalCount } } }`;
    return (await referent.client.data(query, { id })).beneficiary[list].totalCount;
  };
  const fillIdentity = async (page: Page, firstName: string, lastName: string, birthDate: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Prénom').fill(firstName);
    await dialog.getByLabel('Nom', { exact: true }).fill(lastName);
    await dialog.getByLabel('Date de naissance').fill(birthDate);
    await dialog.getByLabel('Quartier').selectOption('NORTH');
  };

  describeInBrowser('the list', (browser) => {
    it('a person is registered, the file opens, and the search finds them; no name is in an address', async () => {
      const page = await browser.open(`${hub.url}/personnes`);
      await signInAs(page, referent.member);
      await button(page, 'Enregistrer une personne').click();
      await button(page, 'Enregistrer').click();
      await page.getByText('Complétez ce champ.').first().waitFor();
      await fillIdentity(page, 'Amélie', 'Quatremère', '1990-05-04');
      await button(page, 'Enregistrer').click();
      await page.getByRole('heading', { name: 'Amélie Quatremère' }).waitFor();
      expect(await page.title()).not.toContain('Quatremère');
      await page.getByRole('link', { name: 'Personnes' }).click();
      await page.getByLabel('Nom ou prénom').fill('quatremere');
      await button(page, 'Chercher').click();
      await row(page, 'Quatremère Amélie').waitFor();
      expect(page.url()).not.toMatch(/quatremere/i);
      await row(page, 'Quatremère Amélie').click();
      await page.getByRole('heading', { name: 'Amélie Quatremère' }).waitFor();
      await page.goBack();
      await row(page, 'Quatremère Amélie').waitFor();
      expect(await page.getByLabel('Nom ou prénom').inputValue()).toBe('quatremere');
      await page.getByLabel('Nom ou prénom').fill('Personne de ce nom');
      await button(page, 'Chercher').click();
      await page.getByText('Aucune personne de vos dossiers ne correspond').waitFor();
    });

    it('somebody whom another partner knows leads to the request for a link', async () => {
      await registerPerson(other.client, {
        firstName: 'Paul',
        lastName: 'Connu',
        birthDate: '1980-01-02',
      });
      const page = await browser.open(`${hub.url}/personnes`);
      await signInAs(page, referent.member);
      await button(page, 'Enregistrer une personne').click();
      await fillIdentity(page, 'Paul', 'Connu', '1980-01-02');
      await button(page, 'Enregistrer').click();
      await page.getByRole('dialog', { name: 'Un partenaire connaît déjà cette personne' }).waitFor();
      await page.getByLabel('Pourquoi voir son dossier ?').fill('Préparer une formation');
      await button(page, 'Demander à voir le dossier').click();
      await page.getByText('Demande envoyée.').waitFor();
      const { linkRequests } = await other.client.data('{ linkRequests(box: INBOX) { nodes { purpose } } }');
      expect(linkRequests.nodes).toEqual([{ purpose: 'Préparer une formation' }]);
    });

    it('somebody whom the own partner knows leads to the file', async () => {
      await person('Doublon', { birthDate: '1971-03-04' });
      const page = await browser.open(`${hub.url}/personnes`);
      await signInAs(page, referent.member);
      await button(page, 'Enregistrer une personne').click();
      await fillIdentity(page, 'Zoé', 'Doublon', '1971-03-04');
      await button(page, 'Enregistrer').click();
      await button(page, 'Ouvrir son dossier').click();
      await page.getByRole('heading', { name: 'Zoé Doublon' }).waitFor();
    });

    it('the filters are in the address, and an unknown one is named', async () => {
      await person('Sudiste', { district: 'SOUTH' });
      await person('Nordiste', { district: 'NORTH' });
      const page = await browser.open(`${hub.url}/personnes`);
      await signInAs(page, referent.member);
      await page.getByLabel('Quartier').selectOption('SOUTH');
      await row(page, 'Sudiste').waitFor();
      await row(page, 'Nordiste').waitFor({ state: 'detached' });
      expect(new URL(page.url()).search).toBe('?quartier=sud');
      await page.getByLabel('Structure référente').selectOption({ label: 'La nôtre' });
      await page.reload();
      await row(page, 'Sudiste').waitFor();
      expect(await row(page, 'Nordiste').count()).toBe(0);
      expect(new URL(page.url()).search).toBe('?quartier=sud&referent=nous');
      await page.goto(`${hub.url}/personnes?quartier=662E41`);
      await page.getByText('« 662E41 »').waitFor();
    });

    it('the last contact is a column; own persons and open pathways are filters in the address', async () => {
      const viewer = await hub.town.caseworker();
      const followed = await registerPerson(viewer.client, { firstName: 'Zoé', lastName: 'Suivie' });
      await addStep(viewer.client, await openPathway(viewer.client, followed), { occurredOn: '2026-01-01' });
      await hub.owner("update sharing set since = '2025-01-01' where beneficiary_id = $1", [
        followed.replace('beneficiary_', ''),
      ]);
      await hub.owner("update pathway set started_on = '2025-01-01' where beneficiary_id = $1", [
        followed.replace('beneficiary_', ''),
      ]);
      await registerPerson(viewer.client, { firstName: 'Zoé', lastName: 'Attente' });
      await agreed(referent, await person('Partagée'), viewer.partner, 'PATHWAY');
      const page = await browser.open(`${hub.url}/personnes`);
      await signInAs(page, viewer.member);
      await page.getByRole('row', { name: 'Suivie' }).filter({ hasText: '1er janv. 2026' }).waitFor();
      await row(page, 'Partagée').waitFor();
      await page.getByLabel('Structure référente').selectOption({ label: 'La nôtre' });
      await row(page, 'Partagée').waitFor({ state: 'detached' });
      await row(page, 'Attente').waitFor();
      await page.getByLabel('Parcours').selectOption({ label: 'En cours' });
      await row(page, 'Attente').waitFor({ state: 'detached' });
      await row(page, 'Suivie').waitFor();
      expect(new URL(page.url()).search).toBe('?referent=nous&parcours=en-cours');
      await page.reload();
      await row(page, 'Suivie').waitFor();
      expect(await row(page, 'Zoé').count()).toBe(1);
      await page.getByLabel('Parcours').selectOption({ label: 'Aucun en cours' });
      await row(page, 'Attente').waitFor();
      await row(page, 'Suivie').waitFor({ state: 'detached' });
    });

    it('the list shows more when it is asked for', async () => {
      const many = await hub.town.caseworker();
      for (let each = 0; each < 32; each++)
        await registerPerson(many.client, {
          firstName: 'Ada',
          lastName: `Suite ${String(each).padStart(2, '0')}`,
        });
      const page = await browser.open(`${hub.url}/personnes`);
      await signInAs(page, many.member);
      await row(page, 'Suite 29').waitFor();
      expect(await row(page, 'Suite 30').count()).toBe(0);
      await button(page, 'Afficher la suite').click();
      await row(page, 'Suite 31').waitFor();
      expect(await row(page, 'Suite').count()).toBe(32);
    });
  });

  describeInBrowser('a file', (browser) => {
    const open = async (id: string, { member }: Caseworker, search = '') => {
      const page = await browser.open(`${hub.url}/personnes/${id}${search}`);
      await signInAs(page, member);
      await page.getByRole('heading', { name: 'Chronologie' }).waitFor();
      return page;
    };

    it('a pathway, a step, a note and an appointment are added, and appear in the timeline', async () => {
      const page = await open(await person('Ajout'), referent);
      await button(page, 'Ouvrir un parcours').click();
      await page.getByLabel('But du parcours').fill('Trouver un emploi');
      await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir un parcours' }).click();
      await entry(page, 'Début du parcours').waitFor();

      await button(page, 'Ajouter une étape').click();
      await page.getByLabel('Ce qui s’est passé').fill('Entretien d’accueil');
      await button(page, 'Ajouter').click();
      await entry(page, 'Entretien d’accueil').waitFor();

      await button(page, 'Écrire une note').click();
      await page.getByRole('textbox', { name: 'Note' }).fill('Disponible le matin');
      await button(page, 'Ajouter').click();
      await entry(page, 'Disponible le matin').waitFor();

      await button(page, 'Fixer un rendez-vous').click();
      await page.getByLabel('Objet').fill('Point sur le CV');
      await page.getByLabel('Jour et heure').fill(`${daysAhead(20)}T10:30`);
      await button(page, 'Ajouter').click();
      // The time is that of the town, although the browser is in another zone.
      await entry(page, 'Point sur le CV').filter({ hasText: '10:30' }).waitFor();
    });

    it('words that others should not read are reworded or confirmed; a closed dialog keeps what was typed', async () => {
      const id = await person('Mots');
      await openPathway(referent.client, id);
      const page = await open(id, referent);
      await button(page, 'Ajouter une étape').click();
      const title = page.getByLabel('Ce qui s’est passé');
      await title.fill('Suit un traitement pour dépression');
      await button(page, 'Ajouter').click();
      await button(page, 'Confirmer tel quel').waitFor();
      expect(await title.getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('mark').allTextContents()).toEqual(['dépression']);
      await title.fill('Suit une formation');
      await page.locator('mark').waitFor({ state: 'detached' });
      // What is confirmed is what was refused: after a change, the hub is asked again.
      expect(await button(page, 'Confirmer tel quel').count()).toBe(0);
      await title.fill('Suit un traitement pour dépression');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await button(page, 'Ajouter une étape').click();
      expect(await title.inputValue()).toBe('Suit un traitement pour dépression');
      await button(page, 'Ajouter').click();
      await button(page, 'Confirmer tel quel').click();
      await entry(page, 'Suit un traitement pour dépression').waitFor();
    });

    it('five clicks are one note', async () => {
      const id = await person('Clics');
      const page = await open(id, referent);
      await button(page, 'Écrire une note').click();
      await page.getByRole('textbox', { name: 'Note' }).fill('Une seule fois');
      await button(page, 'Ajouter').evaluate((it) => {
        for (let click = 0; click < 5; click++) (it as unknown as { click(): void }).click();
      });
      await entry(page, 'Une seule fois').waitFor();
      expect(await count(id, 'notes')).toBe(1);
    });

    it('an agreement opens the file to a partner, whose step appears at once', async () => {
      const id = await person('Accord');
      const pathway = await openPathway(referent.client, id);
      const page = await open(id, referent);
      await button(page, 'Enregistrer un accord').click();
      await page.getByLabel('Structure', { exact: true }).selectOption(other.partner.id);
      await button(page, 'Enregistrer l’accord').click();
      await button(page, `Retirer l’accès de The ${other.partner.slug}`).waitFor();
      const theirs = await open(id, other);
      await theirs.getByRole('heading', { name: 'Zoé Accord' }).waitFor();
      await addStep(other.client, pathway, { title: 'Visite de l’atelier' });
      await entry(page, 'Visite de l’atelier').waitFor();
      await entry(theirs, 'Visite de l’atelier').waitFor();
    });

    it('a withdrawal empties the file that is open elsewhere', async () => {
      const id = await person('Retrait');
      await agreed(referent, id, other.partner, 'PATHWAY');
      const theirs = await open(id, other);
      const page = await open(id, referent);
      await button(page, `Retirer l’accès de The ${other.partner.slug}`).click();
      await button(page, 'Retirer l’accès').click();
      await theirs.getByRole('heading', { name: 'Vous n’avez plus accès à ce dossier' }).waitFor();
      expect(await theirs.locator('body').textContent()).not.toContain('Retrait');
      await entry(page, 'Fin d’un accès').waitFor();
      await theirs.reload();
      await theirs.getByRole('heading', { name: 'Dossier introuvable' }).waitFor();
    });

    it('after a withdrawal, the back button does not show the file for a moment', async () => {
      const id = await person('Retour');
      const sharing = await agreed(referent, id, other.partner, 'PATHWAY');
      const theirs = await open(id, other);
      await theirs.getByRole('link', { name: 'Notifications' }).click();
      await theirs.getByRole('heading', { name: 'Notifications' }).waitFor();
      await runCommand(referent.client, 'withdrawSharing', { sharing });
      await theirs.evaluate(`window.seen = false; new MutationObserver(() => {
        if (document.querySelector('h1')?.textContent.includes('Retour')) window.seen = true;
      }).observe(document.body, { childList: true, characterData: true, subtree: true })`);
      await theirs.goBack();
      await theirs.getByRole('heading', { name: 'Dossier introuvable' }).waitFor();
      expect(await theirs.evaluate('window.seen')).toBe(false);
    });

    it('the timeline is filtered by kind in the address, grouped by month, and shows more', async () => {
      const id = await person('Longue');
      const pathway = await openPathway(referent.client, id);
      for (let each = 1; each <= 24; each++)
        await addStep(referent.client, pathway, {
          title: `Étape numéro ${each}.`,
          occurredOn: `2026-${each % 2 ? '01' : '02'}-${String(each).padStart(2, '0')}`,
        });
      await runCommand(referent.client, 'writeNote', validInput.writeNote(id, { text: 'Hors filtre' }));
      const page = await open(id, referent);
      await entry(page, 'Hors filtre').waitFor();
      await page.getByText('Étapes', { exact: true }).click();
      await entry(page, 'Hors filtre').waitFor({ state: 'detached' });
      expect(new URL(page.url()).search).toBe('?voir=etapes');
      await page.reload();
      await page.getByRole('heading', { name: 'février 2026' }).waitFor();
      expect(await entry(page, 'Étape numéro').count()).toBe(20);
      await button(page, 'Afficher la suite').click();
      await entry(page, 'Étape numéro 1.').waitFor();
      expect(await entry(page, 'Étape numéro').count()).toBe(24);
      expect(await page.getByRole('heading', { name: 'janvier 2026' }).count()).toBe(1);
    });
  });

  describeInBrowser('the reference in the own software', (browser) => {
    it('is set, refused when another person has it, changed and removed', async () => {
      const taken = await person('Prise');
      await runCommand(referent.client, 'setOwnReference', { beneficiary: taken, ownReference: 'L-1' });
      const page = await browser.open(`${hub.url}/personnes/${await person('Référencée')}`);
      await signInAs(page, referent.member);
      const set = async (reference: string) => {
        const dialog = page.getByRole('dialog');
        if (!(await dialog.isVisible())) await button(page, 'Votre référence').click();
        await dialog.getByLabel('Référence', { exact: true }).fill(reference);
        await button(page, 'Enregistrer la référence').click();
      };
      await button(page, 'Votre référence').waitFor();
      await set('L-1');
      await page.getByText('Une autre personne a déjà cette référence').first().waitFor();
      const term = page.getByRole('term').filter({ hasText: 'Référence dans votre logiciel' });
      for (const reference of ['L-2', 'L-3']) {
        await set(reference);
        await page.getByRole('definition').filter({ hasText: reference }).waitFor();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await set('');
      await term.waitFor({ state: 'detached' });
    });
  });

  describeInBrowser('accessibility of persons', (browser) => {
    it('axe finds nothing on the list, with the dialog and its errors', async () => {
      await person('Accessible');
      const page = await browser.open(`${hub.url}/personnes`);
      await signInAs(page, referent.member);
      await page.getByRole('table').waitFor();
      await expectAccessible(page);
      await button(page, 'Enregistrer une personne').click();
      await button(page, 'Enregistrer').click();
      await page.getByText('Complétez ce champ.').first().waitFor();
      await expectAccessible(page);
    });

    it('axe finds nothing on a file, light and dark, wide and narrow, with a dialog', async () => {
      const id = await person('Fiche');
      const pathway = await openPathway(referent.client, id);
      await addStep(referent.client, pathway);
      await runCommand(referent.client, 'setObjective', validInput.setObjective(pathway));
      await runCommand(referent.client, 'planAppointment', validInput.planAppointment(id));
      await runCommand(referent.client, 'recordBarrier', validInput.recordBarrier(id));
      await runCommand(referent.client, 'addContact', validInput.addContact(id));
      await agreed(referent, id, other.partner, 'PATHWAY');
      const page = await browser.open(`${hub.url}/personnes/${id}`);
      await signInAs(page, referent.member);
      await page.getByRole('article').first().waitFor();
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 780 });
      await expectAccessible(page);
      const widths = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
      expect(widths).toEqual([360, 360]);
      await button(page, 'Enregistrer un accord').click();
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
    });
  });
});
