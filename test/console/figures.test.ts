import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { v7 } from 'uuid';
import { accompany, committeeMember, year } from '../committee/steering.js';
import { describeInBrowser } from '../kit/browser.js';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { release } from '../kit/releases.js';
import { daysAgo, registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';
import { expectAccessible, recordFailures, signInAs } from './kit.js';

const tooFew = 'trop peu de personnes, ou permettrait d’en retrouver';

describe('the figures of the committee in the console', () => {
  const hub = testHub();
  let large: SeededPartner;
  let small: SeededPartner;
  let member: SeededMember;
  let memberClient: Client;

  beforeAll(async () => {
    const one = await hub.town.caseworker();
    const other = await hub.town.caseworker();
    [large, small] = [one.partner, other.partner];
    ({ member, client: memberClient } = await committeeMember(hub));
    // Many more than the smallest count shown, so that the noise hides none of them.
    await accompany(one.client, 120);
    await accompany(other.client, 3);
    const earlier = await registerPerson(one.client, { informedOn: daysAgo(420) });
    await runCommand(one.client, 'openPathway', validInput.openPathway(earlier, { startedOn: daysAgo(400) }));
    await release(hub);
  });

  const row = (page: Page, name: string) => page.getByRole('row', { name });
  const choose = (page: Page, label: string, value: string) =>
    page.getByLabel(label, { exact: true }).selectOption(value);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const dialog = (page: Page) => page.getByRole('dialog');
  const nameOf = ({ slug }: SeededPartner) => `The ${slug}`;

  /** No column of the table is out of view on a telephone: each cell has its title instead of a place. */
  const expectWholeOnTelephone = async (page: Page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const frame = page.getByRole('main').locator('section:has(> table)');
    expect(await frame.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    for (const cell of await frame.getByRole('cell').all())
      expect(await cell.locator('span').first().isVisible()).toBe(true);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1400, height: 900 });
    expect(await frame.getByRole('cell').first().locator('span').first().isVisible()).toBe(false);
  };

  const open = async (browser: { open(url: string): Promise<Page> }, path: string, who = member) => {
    const page = await browser.open(`${hub.url}${path}`);
    const failures = recordFailures(page);
    await signInAs(page, who);
    return { page, failures };
  };

  describeInBrowser('a member of the committee', (browser) => {
    it('finds an indicator with its margin, its definition and the partners, and why some are hidden', async () => {
      const { page, failures } = await open(browser, '/');
      await page.getByRole('main').getByRole('link', { name: 'Chiffres', exact: true }).click();
      await page.getByRole('heading', { name: 'Indicateurs', exact: true }).waitFor();
      await choose(page, 'Période', String(year));
      await page.waitForURL(`**/chiffres?periode=${year}`);
      const accompanied = row(page, 'Personnes accompagnées');
      await accompanied.getByText('± 28 personnes').waitFor();
      await accompanied.getByText('avec marge').waitFor();
      await page.getByText('dans 95 cas sur 100').waitFor();
      await page.getByText(/^Arrêté des chiffres du 1er .* Niveau de protection : standard\./).waitFor();
      expect(await row(page, nameOf(large)).count()).toBe(0);
      // The town accompanies nobody: the legend explains it once the partners are unfolded.
      const notApplicable = page.getByRole('term').filter({ hasText: 'sans objet' });
      expect(await notApplicable.count()).toBe(0);
      await button(page, 'Personnes accompagnées').click();
      await notApplicable.waitFor();
      expect(await row(page, nameOf(large)).textContent()).toMatch(/± 28 personnes/);
      expect(await row(page, nameOf(small)).textContent()).toContain(tooFew);
      await page.getByText(/définition, version \d/).waitFor();
      await page.getByRole('definition').filter({ hasText: 'ce n’est pas zéro' }).waitFor();
      await expectAccessible(page);
      const file = page.waitForEvent('download');
      await button(page, 'Télécharger en CSV').click();
      expect((await file).suggestedFilename()).toBe(`indicateurs-${year}.csv`);
      await choose(page, 'Durée', 'QUARTER');
      await page.waitForURL(`**/chiffres?periode=${year}-Q1`);
      await page.getByLabel('Période').getByText(`1er trimestre ${year}`).waitFor({ state: 'attached' });
      await row(page, 'Personnes accompagnées').getByText(tooFew).waitFor();
      const report = page.getByRole('link', { name: 'Rapport annuel' });
      expect(await report.getAttribute('href')).toMatch(new RegExp(`/report\\?annee=${year}$`));
      expect(failures()).toEqual([]);
    });

    it('is led from a period without figures to one that has some', async () => {
      const { page, failures } = await open(browser, `/chiffres?periode=${year - 5}`);
      await page.getByText(/^Il n’y a pas de chiffres avant \S+( \d{4})?\.$/).waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
      // In the release of 1 December the year is not over.
      await page.goto(`${hub.url}/chiffres?periode=${year}&arrete=${year}-12-01`);
      await page.getByText('L’arrêté choisi est antérieur aux chiffres de cette période.').waitFor();
      await page.getByRole('link', { name: 'Voir l’arrêté le plus récent' }).click();
      await page.waitForURL(`**/chiffres?periode=${year}`);
      await row(page, 'Personnes accompagnées').getByText('± 28 personnes').waitFor();
      expect(failures()).toEqual([]);
    });

    it('asks a question by hand, goes back to the one before, and gives its link to somebody else', async () => {
      const { page, failures } = await open(browser, '/chiffres/questions');
      await choose(page, 'Première période', String(year));
      await choose(page, 'Découper par', 'PARTNER');
      await button(page, 'Voir la réponse').click();
      const sentence = `Parcours : personnes, par partenaire, ${year}`;
      await page.getByRole('heading', { name: sentence }).waitFor();
      await row(page, nameOf(large)).getByText('± 28').waitFor();
      await row(page, nameOf(small)).getByText(tooFew).waitFor();
      await page.getByRole('definition').filter({ hasText: 'ce n’est pas zéro' }).waitFor();
      await expectAccessible(page);
      const asked = page.url();

      // A month has totals only: what no longer fits is said, and no longer offered.
      await choose(page, 'Durée', 'MONTH');
      await page.getByText('il est retiré : Partenaire.').waitFor();
      expect(await page.getByLabel('Découper par').locator('option').allTextContents()).toEqual([
        'Sans découpage',
      ]);
      await choose(page, 'Durée', 'QUARTER');
      await choose(page, 'Découper par', 'PARTNER');
      await choose(page, 'Découper par', '');
      expect(await page.getByText('il est retiré').count()).toBe(0);
      await choose(page, 'Durée', 'MONTH');
      await button(page, 'Voir la réponse').click();
      await page.getByRole('heading', { name: `Parcours : personnes, janvier ${year}` }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: sentence }).waitFor();
      expect(await page.getByLabel('Découper par').inputValue()).toBe('PARTNER');
      expect(await page.getByLabel('Durée').inputValue()).toBe('YEAR');
      expect(failures()).toEqual([]);

      const { member: colleague } = await committeeMember(hub);
      const { page: other } = await open(browser, asked.slice(hub.url.length), colleague);
      await other.getByRole('heading', { name: sentence }).waitFor();
      await row(other, nameOf(small)).getByText(tooFew).waitFor();
    });

    it.each([1440, 390])('sees the answer once it has asked, in a window of %d px', async (width) => {
      const { page } = await open(browser, '/chiffres/questions');
      await page.setViewportSize({ width, height: 900 });
      await choose(page, 'Première période', String(year));
      await choose(page, 'Découper par', 'PARTNER');
      await button(page, 'Voir la réponse').click();
      const first = page.getByRole('table').getByRole('row').nth(1);
      await first.waitFor();
      const place = await first.boundingBox();
      expect(place?.y).toBeGreaterThan(0);
      expect(place?.y).toBeLessThan(900);
    });

    it('narrows a question to one value, over several half-years', async () => {
      const { page, failures } = await open(browser, '/chiffres/questions');
      await choose(page, 'Durée', 'HALF_YEAR');
      await choose(page, 'Dernière période', `${year}-H2`);
      await choose(page, 'Seulement', 'PARTNER');
      await page.getByLabel('Partenaire : valeur').selectOption({ label: nameOf(large) });
      await button(page, 'Voir la réponse').click();
      await page
        .getByRole('heading', {
          name: `Parcours : personnes, par semestre, 1er semestre ${year - 1} à 2e semestre ${year} (seulement : ${nameOf(large)})`,
        })
        .waitFor();
      await row(page, `2e semestre ${year}`).getByText('± 28').waitFor();
      expect(failures()).toEqual([]);
    });

    it('reads in words why a question of an address is refused or unknown', async () => {
      const { page } = await open(
        browser,
        `/chiffres/questions?sujet=PATHWAYS&mesures=COUNT&periode=${year}-01&par=PARTNER`,
      );
      await page.getByText('Ces chiffres n’existent pas pour un mois').waitFor();
      await expectAccessible(page);
      await page.goto(
        `${hub.url}/chiffres/questions?sujet=PATHWAYS&mesures=COUNT&periode=${year}&par=COLOUR`,
      );
      await page.getByText('« COLOUR »').waitFor();
      await page.goto(`${hub.url}/chiffres?periode=${year + 5}`);
      await page.getByText('La période est dans le futur').waitFor();
      await page.goto(`${hub.url}/chiffres?periode=2026-13`);
      await page.getByText('« 2026-13 »').waitFor();
    });

    it('saves a question, shares it, opens it again and deletes it', async () => {
      const { page, failures } = await open(browser, '/chiffres/questions');
      await page.getByText('Aucune question enregistrée.').waitFor();
      await choose(page, 'Première période', String(year));
      await choose(page, 'Découper par', 'PARTNER');
      await button(page, 'Voir la réponse').click();
      await button(page, 'Enregistrer la question').click();
      await dialog(page).getByLabel('Titre').fill('Par partenaire');
      await expectAccessible(page);
      await dialog(page).getByRole('button', { name: 'Enregistrer la question' }).click();
      await page.getByText('Question enregistrée.', { exact: true }).waitFor();
      await page.getByRole('button', { name: /^Partager « Par partenaire »/ }).click();
      await page.getByText('partagée avec le comité', { exact: true }).waitFor();

      const { member: colleague } = await committeeMember(hub);
      const { page: other } = await open(browser, '/chiffres/questions', colleague);
      await other.getByRole('link', { name: 'Par partenaire' }).click();
      await row(other, nameOf(large)).getByText('± 28').waitFor();
      expect(await other.getByRole('button', { name: /^Supprimer/ }).count()).toBe(0);

      await button(page, 'Supprimer « Par partenaire »').click();
      await dialog(page).getByRole('button', { name: 'Supprimer' }).click();
      await page.getByText('Aucune question enregistrée.').waitFor();
      const { savedAnalyses } = await memberClient.data('{ savedAnalyses { nodes { id } } }');
      expect(savedAnalyses.nodes).toEqual([]);
      expect(failures()).toEqual([]);
    });

    it('reads releases and closed years, on a telephone too, without buttons of commands', async () => {
      const { page, failures } = await open(browser, '/chiffres/arretes');
      await page.getByRole('heading', { name: 'Années closes', exact: true }).waitFor();
      await page.setViewportSize({ width: 360, height: 740 });
      for (const path of [
        '/arretes',
        '',
        `/questions?sujet=PATHWAYS&mesures=DISTINCT_PEOPLE.COUNT&periode=${year}&par=PARTNER`,
      ]) {
        await page.goto(`${hub.url}/chiffres${path}`);
        await page.getByRole('table').first().waitFor();
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      }
      await page.goto(`${hub.url}/chiffres/arretes`);
      await page.getByRole('table').first().waitFor();
      for (const name of [/^Faire/, 'Clore une année', 'Réviser une année close'])
        expect(await page.getByRole('button', { name }).count()).toBe(0);
      expect(failures()).toEqual([]);
    });
  });

  describeInBrowser('the coordinator', (browser) => {
    it('is led from the notification of a late release to the releases', async () => {
      const { key } = member.partner;
      const coordinator = await hub.town.member(member.partner, 'COORDINATOR');
      await hub.owner(
        "insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'RELEASE', 'LATE', $2)",
        [v7(), key],
      );
      await hub.consumed();
      const { page } = await open(browser, '/notifications', coordinator);
      await page.getByRole('link', { name: 'L’arrêté des chiffres du comité est en retard' }).click();
      await page.getByRole('heading', { name: 'Arrêtés des chiffres', exact: true }).waitFor();
    });

    it('makes a missed release, closes a year, and reads why a revision is refused', async () => {
      const coordinator = await hub.town.member(member.partner, 'COORDINATOR');
      const missed = `${new Date().toISOString().slice(0, 7)}-01`;
      await hub.owner(
        'delete from committee_cell where release_id = (select id from committee_release where as_of = $1)',
        [missed],
      );
      await hub.owner('delete from committee_release where as_of = $1', [missed]);
      const { page } = await open(browser, '/chiffres/arretes', coordinator);
      await page.getByRole('button', { name: /^Faire l’arrêté du 1er/ }).click();
      await page.getByText('L’arrêté est demandé.').first().waitFor();
      await hub.consumed();
      await button(page, 'Actualiser').click();
      await page.getByRole('heading', { name: 'Attendus' }).waitFor({ state: 'detached' });
      // A button that is gone leaves the announcement that it is pending for some seconds.
      await page.reload();

      await button(page, 'Clore une année').click();
      await dialog(page).getByText('Cela ne peut pas être annulé.').waitFor();
      await expectAccessible(page);
      await dialog(page).getByRole('button', { name: 'Clore définitivement' }).click();
      await page.getByText('L’année est close.').waitFor();
      await page.getByText(/^\d{4} Close le /).waitFor();
      await page.reload();
      await button(page, 'Réviser une année close').click();
      await dialog(page).getByLabel('Motif').fill('Saisies tardives');
      await dialog(page).getByRole('button', { name: 'Publier la révision' }).click();
      await page.getByText('Rien n’a changé').first().waitFor();
      await expectAccessible(page);
    });
  });

  describeInBrowser('other roles', (browser) => {
    it('the data protection officer sees the levels and the chosen one, which is no longer to choose', async () => {
      const officer = await hub.town.member(member.partner, 'DATA_PROTECTION_OFFICER');
      const { page } = await open(browser, '/accueil', officer);
      await page.getByRole('link', { name: 'Protection des chiffres', exact: true }).click();
      await page.getByRole('heading', { name: 'Niveaux de protection' }).waitFor();
      await page.getByText(/^Niveau choisi le .* : standard\.$/).waitFor();
      expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
      await expectWholeOnTelephone(page);
      await expectAccessible(page);
      await page.goto(`${hub.url}/chiffres`);
      await page.getByRole('heading', { name: 'Accueil' }).waitFor();
    });

    it('the data protection officer and the coordinator read who asked what; a member reads the own questions', async () => {
      const input = {
        subject: 'PATHWAYS',
        measures: ['DISTINCT_PEOPLE'],
        by: ['UNDER_26'],
        period: { from: `${year}-01-01`, until: `${year + 1}-01-01` },
      };
      const ask = 'query ($input: AnalysisInput!) { committee { analysis(input: $input) { totalRows } } }';
      await memberClient.data(ask, { input });
      const sentence = `Parcours : personnes, par moins de 26 ans, ${year}`;
      const officer = await hub.town.member(member.partner, 'DATA_PROTECTION_OFFICER');
      const { page, failures } = await open(browser, '/chiffres/protection', officer);
      await page.getByText(/^Niveau choisi le .* : standard\.$/).waitFor();
      await page.getByRole('link', { name: 'Journal des questions' }).click();
      await page.waitForURL('**/chiffres/journal');
      const logged = row(page, sentence).first();
      await logged.getByText(nameOf(member.partner)).waitFor();
      expect(await logged.textContent()).toMatch(/\d sur 2/);
      await expectAccessible(page);
      await expectWholeOnTelephone(page);
      // The address has the choice, so the box is checked after the navigation and not at once.
      const box = page.getByLabel('Seulement les séries signalées');
      await box.click();
      await page.waitForURL('**/chiffres/journal?series=signalees');
      await page.getByText('Aucune série n’a été signalée.').waitFor();
      expect(await box.isChecked()).toBe(true);
      expect(failures()).toEqual([]);

      const { member: colleague } = await committeeMember(hub);
      const other = await open(browser, '/chiffres/journal', colleague);
      await other.page.getByText('Aucune question n’a encore été posée.').waitFor();
    });

    it.each(['', '/questions', '/arretes', '/protection', '/journal'])(
      'a caseworker has no /chiffres%s',
      async (path) => {
        const caseworker = await hub.town.member(large);
        const { page } = await open(browser, `/chiffres${path}`, caseworker);
        await page.getByRole('heading', { name: 'Orientations' }).waitFor();
        expect(await page.getByRole('link', { name: 'Chiffres' }).count()).toBe(0);
      },
    );
  });
});

describe('the protection of the figures in the console', () => {
  const hub = testHub();

  describeInBrowser('before the first release', (browser) => {
    it('is chosen by the data protection officer of the town; until then the committee reads why there are no figures', async () => {
      const town = await hub.town.partner(undefined, 'TOWN');
      const officer = await hub.town.member(town, 'DATA_PROTECTION_OFFICER');
      const page = await browser.open(`${hub.url}/chiffres/protection`);
      await signInAs(page, officer);
      await choose(page, 'YEARLY');
      await page.getByText('Le niveau de protection est choisi.').first().waitFor();
      await page.getByText(/^Niveau choisi le .* : annuel\.$/).waitFor();
      const [chosen] = await hub.owner('select level from committee_protection');
      expect(chosen).toEqual({ level: 'YEARLY' });
      const steering = await hub.town.member(town, 'COMMITTEE_MEMBER');
      const committee = await browser.open(`${hub.url}/chiffres`);
      await signInAs(committee, steering);
      await committee.getByText('Aucun arrêté des chiffres n’est encore prêt.').waitFor();
      await expectAccessible(committee);
    });
  });

  const choose = async (page: Page, level: string) => {
    await page.getByLabel('Niveau à choisir').selectOption(level);
    await page.getByRole('button', { name: 'Choisir ce niveau' }).click();
  };
});
