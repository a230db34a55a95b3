import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { agreed, filedPerson } from '../files/file.js';
import { describeInBrowser } from '../kit/browser.js';
import { runCommand } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededMember, sendReferral } from '../kit/town.js';
import { expectAccessible, recordFailures, signInAs } from './kit.js';

type Caseworker = Awaited<ReturnType<ReturnType<typeof testHub>['town']['caseworker']>>;

describe('what the console offers', () => {
  const hub = testHub();
  let referent: Caseworker;
  let other: Caseworker;

  beforeAll(async () => {
    [referent, other] = await Promise.all([hub.town.caseworker(), hub.town.caseworker()]);
  });

  /** The names of the buttons of the screen, as a screen reader says them. */
  const buttons = async (page: Page): Promise<string[]> => {
    const all = await page.getByRole('main').getByRole('button').all();
    return Promise.all(
      all.map(async (it) => (await it.getAttribute('aria-label')) ?? (await it.textContent()) ?? ''),
    );
  };

  describeInBrowser('in a file', (browser) => {
    const open = async (person: string, member: SeededMember) => {
      const page = await browser.open(`${hub.url}/personnes/${person}`);
      const failures = recordFailures(page);
      await signInAs(page, member);
      await page.getByRole('heading', { name: 'Chronologie' }).waitFor();
      return { page, failures };
    };

    it('a partner that sees only the identity has no button that needs more', async () => {
      const { person } = await filedPerson(referent.client);
      await agreed(referent, person, other.partner, 'IDENTITY');
      const { page, failures } = await open(person, other.member);
      expect(await buttons(page)).toEqual([
        'Ajouter un contact',
        'Votre référence',
        `Retirer l’accès de The ${other.partner.slug}`,
        'Enregistrer un accord',
      ]);
      await page.getByText('Votre accès ne couvre pas les parcours.').waitFor();
      await page.getByRole('link', { name: 'Orienter', exact: true }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Ajouter un contact' }).click();
      await page.getByRole('dialog').getByLabel('Numéro de téléphone').fill('06 12 34 56 78');
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByRole('link', { name: '06 12 34 56 78' }).waitFor();
      expect(failures()).toEqual([]);
    });

    it('an administrator of the referent has every button that can do something', async () => {
      const { person } = await filedPerson(referent.client);
      await agreed(referent, person, other.partner, 'PATHWAY');
      const { page, failures } = await open(
        person,
        await hub.town.member(referent.partner, 'PARTNER_ADMINISTRATOR'),
      );
      expect(await buttons(page)).toEqual([
        'Ajouter un contact',
        'Votre référence',
        'Ajouter une étape',
        'Écrire une note',
        'Fixer un rendez-vous',
        'Noter la suite',
        'Clore l’objectif « A driving licence »',
        'Fixer un objectif',
        'Modifier le frein « Mobilité »',
        'Noter un frein',
        `Prolonger l’accès de The ${other.partner.slug}`,
        `Retirer l’accès de The ${other.partner.slug}`,
        'Enregistrer un accord',
      ]);
      await expectAccessible(page);
      expect(failures()).toEqual([]);
    });

    it('a button goes and comes with the scope, without a reload', async () => {
      const { person } = await filedPerson(referent.client);
      const sharing = await agreed(referent, person, other.partner, 'FOLLOW_UP');
      await agreed(referent, person, other.partner, 'IDENTITY');
      const { page } = await open(person, other.member);
      const note = page.getByRole('button', { name: 'Écrire une note' });
      await note.waitFor();
      await runCommand(referent.client, 'withdrawSharing', { sharing });
      await note.waitFor({ state: 'detached' });
      await agreed(referent, person, other.partner, 'FOLLOW_UP');
      await note.waitFor();
    });
  });

  describeInBrowser('in a referral', (browser) => {
    const open = async (referral: string, member: SeededMember) => {
      const page = await browser.open(`${hub.url}/orientations/${referral}`);
      await signInAs(page, member);
      await page.getByRole('heading', { name: 'Messages' }).waitFor();
      return page;
    };
    const assignment = (page: Page) => page.getByLabel('Confiée à');
    const message = (page: Page) => page.getByLabel('Votre message');

    it('the receiver assigns it, and both sides write, until one no longer sees the person', async () => {
      const person = await registerPerson(referent.client);
      const referral = await sendReferral(referent.client, person, other.partner);
      const sent = await open(referral, referent.member);
      const received = await open(referral, other.member);
      await message(sent).waitFor();
      await message(received).waitFor();
      expect(await assignment(sent).count()).toBe(0);
      await assignment(received).selectOption({ index: 1 });
      await received.getByText('C’est enregistré.').waitFor();
      await runCommand(referent.client, 'withdrawFromPartner', {
        beneficiary: person,
        partner: other.partner.id,
      });
      for (const page of [sent, received]) await message(page).waitFor({ state: 'detached' });
      await received.getByText(/^Confiée à Member/).waitFor();
      expect(await assignment(received).count()).toBe(0);
      await expectAccessible(received);
    });
  });
});
