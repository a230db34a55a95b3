import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { agreed } from '../files/file.js';
import { describeInBrowser } from '../kit/browser.js';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { daysAgo, daysAhead } from '../kit/days.js';
import { testHub } from '../kit/hub.js';
import { openPathway, registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';
import { beforeCommand, signInAs } from './kit.js';

describe('the follow-up of a person in the console', () => {
  const hub = testHub();
  let referent: { readonly partner: SeededPartner; readonly member: SeededMember; readonly client: Client };

  beforeAll(async () => {
    referent = await hub.town.caseworker();
  });

  const person = (lastName: string) => registerPerson(referent.client, { firstName: 'Zoé', lastName });
  const read = async (id: string, fields: string): Promise<Data> =>
    (await referent.client.data(`query ($id: ID!) { beneficiary(id: $id) { ${fields} } }`, { id }))
      .beneficiary;
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const dialog = (page: Page) => page.getByRole('dialog');
  const record = (page: Page) => dialog(page).getByRole('button', { name: 'Enregistrer', exact: true });
  const entry = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

  describeInBrowser('a file', (browser) => {
    const open = async (id: string, member = referent.member) => {
      const page = await browser.open(`${hub.url}/personnes/${id}`);
      await signInAs(page, member);
      await page.getByRole('heading', { name: 'Chronologie' }).waitFor();
      return page;
    };

    it('an objective is set and closed, once a pathway is open', async () => {
      const id = await person('Objectif');
      const page = await open(id);
      await page.getByText('Pour fixer un objectif, ouvrez d’abord un parcours.').waitFor();
      await openPathway(referent.client, id);
      await button(page, 'Fixer un objectif').click();
      await dialog(page).getByLabel('Objectif').fill('Passer le permis');
      await dialog(page).getByLabel('À atteindre pour le').fill(daysAhead(60));
      await record(page).click();
      await button(page, 'Clore l’objectif « Passer le permis »').click();
      await record(page).click();
      await dialog(page).getByText('Complétez ce champ.').waitFor();
      await dialog(page).getByLabel('Résultat').selectOption({ label: 'Atteint' });
      await record(page).click();
      await entry(page, 'Fin d’un objectif').filter({ hasText: 'Atteint' }).waitFor();
      expect(await button(page, 'Clore l’objectif « Passer le permis »').count()).toBe(0);
      expect((await read(id, 'objectives { nodes { text status dueOn } }')).objectives.nodes).toEqual([
        { text: 'Passer le permis', status: 'REACHED', dueOn: daysAhead(60) },
      ]);
    });

    it('a barrier is recorded and resolved; about health, nothing else is recorded', async () => {
      const id = await person('Frein');
      const page = await open(id);
      await button(page, 'Noter un frein').click();
      await dialog(page).getByLabel('Thème').selectOption({ label: 'Santé' });
      await dialog(page).getByText('Pour la santé, rien d’autre n’est noté').waitFor();
      expect(await dialog(page).getByLabel('Précision').count()).toBe(0);
      await dialog(page).getByLabel('Thème').selectOption({ label: 'Mobilité' });
      await dialog(page).getByLabel('Précision').fill('Pas de permis');
      await record(page).click();
      await button(page, 'Modifier le frein « Mobilité »').click();
      await dialog(page).getByLabel('État').selectOption({ label: 'Levé' });
      await record(page).click();
      await entry(page, 'Frein levé').waitFor();
      expect((await read(id, 'barriers { nodes { theme note status } }')).barriers.nodes).toEqual([
        { theme: 'MOBILITE', note: 'Pas de permis', status: 'RESOLVED' },
      ]);
    });

    it('a barrier that a colleague has changed meanwhile keeps what was typed, and their part', async () => {
      const id = await person('Collègue');
      const input = validInput.recordBarrier(id, { theme: 'LOGEMENT_HEBERGEMENT', note: 'Hébergée' });
      const barrier = (await runCommand(referent.client, 'recordBarrier', input)).id;
      const page = await open(id);
      await button(page, 'Modifier le frein « Logement et hébergement »').click();
      await dialog(page).getByLabel('Précision').fill('Cherche un studio');
      await beforeCommand(page, 'changeBarrier', () =>
        runCommand(referent.client, 'changeBarrier', {
          barrier,
          expectedVersion: 1,
          status: 'BEING_WORKED_ON',
        }),
      );
      await record(page).click();
      await dialog(page).getByText('Ce dossier a changé entre-temps').first().waitFor();
      expect(await dialog(page).getByLabel('Précision').inputValue()).toBe('Cherche un studio');
      // Before the screen shows the colleague's part, the answer would be STALE_VERSION again.
      await page.getByText('En cours de traitement', { exact: true }).first().waitFor();
      await record(page).click();
      await dialog(page).waitFor({ state: 'detached' });
      expect((await read(id, 'barriers { nodes { note status } }')).barriers.nodes).toEqual([
        { note: 'Cherche un studio', status: 'BEING_WORKED_ON' },
      ]);
    });

    it('a contact is added; a value that is none is refused at its field', async () => {
      const page = await open(await person('Contact'));
      await button(page, 'Ajouter un contact').click();
      await dialog(page).getByLabel('Numéro de téléphone').fill('12');
      await record(page).click();
      await dialog(page).getByRole('alert').waitFor();
      expect(await dialog(page).getByLabel('Numéro de téléphone').getAttribute('aria-invalid')).toBe('true');
      await dialog(page).getByLabel('Numéro de téléphone').fill('06 12 34 56 78');
      await dialog(page).getByLabel('La personne préfère ce contact').check();
      await record(page).click();
      await page.getByRole('link', { name: '06 12 34 56 78' }).waitFor();
      await page.getByText('préféré').waitFor();
    });

    it('the result of an appointment is recorded once; before its time it can only be cancelled', async () => {
      const id = await person('Suite');
      const plan = (subject: string, day: string) =>
        runCommand(
          referent.client,
          'planAppointment',
          validInput.planAppointment(id, { subject, at: `${day}T10:00:00Z` }),
        );
      await plan('Bilan', daysAgo(2));
      await plan('Entretien', daysAhead(3));
      const page = await open(id);
      await entry(page, 'Bilan').getByRole('button', { name: 'Noter la suite' }).click();
      await dialog(page)
        .getByLabel('Que s’est-il passé ?')
        .selectOption({ label: 'La personne n’est pas venue' });
      await record(page).click();
      await entry(page, 'Bilan').getByText('Manqué').waitFor();
      expect(await entry(page, 'Bilan').getByRole('button').count()).toBe(0);
      await entry(page, 'Entretien').getByRole('button', { name: 'Annuler ce rendez-vous' }).click();
      await dialog(page).getByRole('button', { name: 'Annuler ce rendez-vous' }).click();
      await entry(page, 'Entretien').getByText('Annulé').waitFor();
      const { nodes } = (await read(id, 'appointments { nodes { subject status } }')).appointments;
      expect(nodes).toEqual(
        expect.arrayContaining([
          { subject: 'Bilan', status: 'MISSED' },
          { subject: 'Entretien', status: 'CANCELLED' },
        ]),
      );
    });

    it('another partner sees these entries, and cannot change them', async () => {
      const other = await hub.town.caseworker();
      const id = await person('Partagée');
      const pathway = await openPathway(referent.client, id);
      await runCommand(
        referent.client,
        'setObjective',
        validInput.setObjective(pathway, { text: 'Se former' }),
      );
      await runCommand(referent.client, 'recordBarrier', validInput.recordBarrier(id, { theme: 'MOBILITE' }));
      await runCommand(
        referent.client,
        'planAppointment',
        validInput.planAppointment(id, { subject: 'Bilan' }),
      );
      await agreed(referent, id, other.partner, 'FOLLOW_UP');
      const page = await open(id, other.member);
      await entry(page, 'Bilan').waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Se former' }).first().waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Mobilité' }).first().waitFor();
      expect(
        await page.getByRole('button', { name: /^(Clore|Modifier|Noter la suite|Annuler)/ }).count(),
      ).toBe(0);
    });
  });
});
