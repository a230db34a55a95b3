import { mkdirSync, rmSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { loaded, signInAs, violationsOn } from '../console/kit.js';
import { describeInBrowser } from '../kit/browser.js';
import { Client, type Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { daysAgo } from '../kit/days.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { loadReleasedTown } from '../kit/releases.js';

/** Where the pictures of this run are, to be looked at. They are not in the repository. */
const pictures = 'dist/screenshots';

const viewer = { email: 'conseil@csc.demo' };
/** Reads no file, and so begins at `/accueil`; reads the committee's figures. */
const coordinator = { email: 'coordination@ville.demo' };
const wide = { width: 1400, height: 900 };
const narrow = { width: 360, height: 780 };

/** A state of a screen: how to reach it from its address. */
type State = readonly [name: string, address: string, reach?: (page: Page) => Promise<unknown>];

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();
const dialog = (page: Page) => page.getByRole('dialog');

/** Opens a dialog, and sends it as it is if it shows errors then. */
const opened =
  (name: string | RegExp, errors = true) =>
  async (page: Page) => {
    await button(page, name).click();
    await dialog(page).waitFor();
    expect(await page.evaluate("Boolean(document.activeElement?.closest('[role=dialog]'))")).toBe(true);
    if (!errors) return;
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).locator('[aria-invalid]').first().waitFor();
  };

describe('every screen of the console, in the demonstration town', () => {
  const hub = testHub({ HUB_BUDGET: '10000000' });
  let states: readonly State[];

  beforeAll(async () => {
    rmSync(pictures, { recursive: true, force: true });
    await loadReleasedTown(hub);
    await hub.owner('vacuum analyze');
    const client = await Client.signIn(hub.url, viewer.email);
    states = statesOf(await examples(client));
  });

  /** A file in which everything can be done, a referral to answer, a draft, a closed referral. */
  const examples = async (client: Client) => {
    const {
      viewer: own,
      inbox,
      declined,
      partners,
    } = await client.data(`{
      viewer { partner { id } }
      inbox: referrals(filter: { status: [REQUESTED] }, first: 1) { nodes { id } }
      declined: referrals(box: OUTBOX, filter: { status: [DECLINED] }, first: 100) { nodes { id viewerCan beneficiary { id } } }
      partners(first: 100) { nodes { id slug services(first: 1) { nodes { id } } } }
    }`);
    const other = partners.nodes.find((it: Data) => it.id !== own.partner.id && it.services.nodes.length > 0);
    const again = declined.nodes.find((it: Data) => it.beneficiary && it.viewerCan.includes('REFER_AGAIN'));
    const register = validInput.registerBeneficiary({ firstName: 'Zoé', lastName: 'Quatremère' });
    const person = (await runCommand(client, 'registerBeneficiary', register)).id as string;
    const pathway = (await runCommand(client, 'openPathway', validInput.openPathway(person))).id;
    await runCommand(client, 'addStep', validInput.addStep(pathway));
    await runCommand(client, 'setObjective', validInput.setObjective(pathway, { text: 'Passer le permis' }));
    await runCommand(
      client,
      'recordBarrier',
      validInput.recordBarrier(person, { theme: 'MOBILITE', note: 'Pas de permis' }),
    );
    await runCommand(client, 'addContact', validInput.addContact(person));
    await runCommand(client, 'planAppointment', validInput.planAppointment(person, { subject: 'Bilan' }));
    const agreement = { scope: 'PATHWAY', agreedOn: daysAgo(0) };
    await runCommand(
      client,
      'recordSharingAgreement',
      validInput.recordSharingAgreement(person, other, agreement),
    );
    const draft = validInput.draftReferral(person, other, { service: other.services.nodes[0].id });
    return {
      person,
      draft: (await runCommand(client, 'draftReferral', draft)).id as string,
      toAnswer: inbox.nodes[0].id as string,
      closed: again.id as string,
      closedPerson: again.beneficiary.id as string,
    };
  };

  const statesOf = (it: Awaited<ReturnType<typeof examples>>): readonly State[] => {
    const file = `/personnes/${it.person}`;
    const answer = `/orientations/${it.toAnswer}`;
    return [
      ['reception', '/reception'],
      ['reception-choice', `/reception?choix=${it.toAnswer}`],
      ['reception-sent', '/reception?boite=envoyees'],
      ['reception-nothing', '/reception?etat=ENTERED_IN_ERROR&retard=oui'],
      ['referral', answer],
      ['referral-accept', answer, opened('Accepter', false)],
      ['referral-decline', answer, opened('Refuser', false)],
      ['referral-question', answer, opened('Demander des précisions')],
      ['referral-message', answer, sensitiveMessage],
      ['referral-closed', `/orientations/${it.closed}`],
      ['referral-absent', '/orientations/referral_00000000-0000-7000-8000-000000000000'],
      ['draft', `/orientations/${it.draft}`],
      ['draft-discard', `/orientations/${it.draft}`, opened('Jeter le brouillon', false)],
      ['persons', '/personnes'],
      ['persons-register', '/personnes', opened('Enregistrer une personne')],
      ['persons-nobody', '/personnes', searchNobody],
      ['file', file],
      ['file-filtered', `${file}?voir=notes`],
      ['file-contact', file, opened('Ajouter un contact')],
      ['file-step', file, opened('Ajouter une étape')],
      ['file-note', file, opened('Écrire une note')],
      ['file-appointment', file, opened('Fixer un rendez-vous')],
      ['file-appointment-result', file, opened('Noter la suite')],
      ['file-objective', file, opened('Fixer un objectif')],
      ['file-objective-close', file, opened(/^Clore l’objectif/)],
      ['file-objective-words', file, sensitiveObjective],
      ['file-barrier', file, opened('Noter un frein')],
      ['file-barrier-change', file, opened(/^Modifier le frein/, false)],
      ['file-agreement', file, opened('Enregistrer un accord')],
      ['file-extend', file, opened(/^Prolonger l’accès/, false)],
      ['file-withdraw', file, opened(/^Retirer l’accès/, false)],
      ['file-absent', '/personnes/beneficiary_00000000-0000-7000-8000-000000000000'],
      ['refer', `${file}/orienter`, referErrors],
      ['refer-new', `${file}/orienter`, referAnother],
      ['refer-again', `/personnes/${it.closedPerson}/orienter?reprendre=${it.closed}`],
      ['notifications', '/notifications'],
      ['preferences', '/preferences'],
      ['accessibility', '/accessibilite'],
      ['help', '/reception', help],
      ['account', '/reception', (page) => button(page, /Votre compte/).click()],
    ];
  };

  describeInBrowser('axe finds nothing', (browser) => {
    it.each([
      ['light', wide],
      ['light', narrow],
      ['dark', wide],
      ['dark', narrow],
    ] as const)('%s, %o', async (colorScheme, viewport) => {
      const folder = `${pictures}/${colorScheme}-${viewport.width}`;
      mkdirSync(folder, { recursive: true });
      const openAt = async (address: string) => {
        const page = await browser.open(hub.url + address);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize(viewport);
        return page;
      };
      const found: string[] = [];
      const look = async (page: Page, name: string) => {
        await loaded(page);
        for (const violation of await violationsOn(page)) found.push(`${name}: ${violation}`);
        const [content, window] = (await page.evaluate(
          '[document.documentElement.scrollWidth, innerWidth]',
        )) as number[];
        if (content !== window) found.push(`${name}: ${content} px wide`);
        const title = await page.title();
        if (!/^\S.* · Hub des partenaires$/.test(title) || /Quatremère/.test(title))
          found.push(`${name}: title ${title}`);
        // A dialog covers what is in view.
        const fullPage = (await page.getByRole('dialog').count()) === 0;
        await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
      };
      const page = await openAt('/');
      for (const violation of await violationsOn(page)) found.push(`sign-in: ${violation}`);
      await page.screenshot({ path: `${folder}/sign-in.png` });
      await signInAs(page, viewer);
      for (const [name, address, reach] of states) {
        await page.goto(`${hub.url}${address}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await reach?.(page);
        await look(page, name);
      }
      const figures = await openAt('/accueil');
      await signInAs(figures, coordinator);
      for (const [name, address, reach] of committeeStates) {
        await figures.goto(`${hub.url}${address}`);
        await figures.getByRole('heading', { level: 1 }).waitFor();
        await reach?.(figures);
        await look(figures, name);
      }
      figure(
        `console: axe on ${states.length + committeeStates.length + 1} states, ${colorScheme}, ${viewport.width} px`,
        `${found.length} violations`,
      );
      expect(found).toEqual([]);
    });
  });
});

const question =
  '/chiffres/questions?sujet=PATHWAYS&mesures=DISTINCT_PEOPLE.COUNT&periode=2024&par=PARTNER.UNDER_26';
const committeeStates: readonly State[] = [
  ['start', '/accueil'],
  ['figures', '/chiffres'],
  ['figures-unfolded', '/chiffres?periode=2025-H2', (page) => button(page, 'Jeunes accompagnés').click()],
  ['question', question],
  ['question-save', question, opened('Enregistrer la question', false)],
  ['question-refused', '/chiffres/questions?sujet=PATHWAYS&mesures=COUNT&periode=2024-01&par=PARTNER'],
  ['releases', '/chiffres/arretes'],
  ['question-log', '/chiffres/journal'],
  ['releases-revise', '/chiffres/arretes', opened('Réviser une année close')],
];

async function sensitiveMessage(page: Page): Promise<void> {
  await page.getByLabel('Votre message').fill('Suit un traitement pour dépression');
  await button(page, 'Envoyer le message').click();
  await page.locator('mark').waitFor();
}

async function sensitiveObjective(page: Page): Promise<void> {
  await button(page, 'Fixer un objectif').click();
  await dialog(page).getByLabel('Objectif').fill('Reprendre après une dépression');
  await dialog(page).locator('button[type=submit]').click();
  await page.locator('mark').waitFor();
}

async function searchNobody(page: Page): Promise<void> {
  await page.getByLabel('Nom ou prénom').fill('Personne de ce nom');
  await button(page, 'Chercher').click();
  await page.getByText('Aucune personne de vos dossiers ne correspond').waitFor();
}

async function referErrors(page: Page): Promise<void> {
  await button(page, 'Envoyer l’orientation').click();
  await page.locator('[aria-invalid]').first().waitFor();
}

async function referAnother(page: Page): Promise<void> {
  await button(page, 'Commencer une autre orientation').click();
  await referErrors(page);
}

async function help(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await button(page, 'Signaler un problème').click();
  await page.getByLabel('Texte à transmettre').waitFor();
}
