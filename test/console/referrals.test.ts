import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../kit/browser.js';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { daysAgo, registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { letAnswerBeLate } from '../referrals/waiting.js';
import { countClicks, expectAccessible, loaded, signInAs, tabTo } from './kit.js';

describe('the console', () => {
  const hub = testHub();
  let sender: { partner: SeededPartner; member: SeededMember; client: Client };
  let receiver: { partner: SeededPartner; member: SeededMember; client: Client };

  beforeAll(async () => {
    sender = await hub.town.caseworker();
    receiver = await hub.town.caseworker();
    const administrator = await hub.town.signedInMember(receiver.partner, 'PARTNER_ADMINISTRATOR');
    await runCommand(administrator.client, 'addService', {
      ...validInput.addService(),
      name: 'Atelier de mobilité',
      themes: ['MOBILITE'],
      capacity: 4,
    });
  });

  const person = (lastName: string) => registerPerson(sender.client, { firstName: 'Zoé', lastName });
  const status = async (id: string) =>
    (await sender.client.data('query ($id: ID!) { referral(id: $id) { status } }', { id })).referral.status;
  const line = (page: Page, name: string) => page.locator('[data-line]', { hasText: name });

  describeInBrowser('referring and answering', (browser) => {
    it('a person is referred in 6 clicks and accepted in 2, and each side sees it without a reload', async () => {
      const id = await person('Martin');
      const atReceiver = await browser.open(hub.url);
      await signInAs(atReceiver, receiver.member);
      await atReceiver.getByText('Aucune orientation reçue').waitFor();
      const atSender = await browser.open(`${hub.url}/personnes/${id}/orienter`);
      await signInAs(atSender, sender.member);
      await atSender.getByRole('heading', { name: 'Orienter Zoé Martin' }).waitFor();
      const clicksToRefer = await countClicks(atSender);
      await atSender.getByText('Atelier de mobilité').click();
      await atSender.getByLabel('Motif').fill('Souhaite passer le permis');
      await atSender.getByLabel('La personne est d’accord').click();
      await atSender.getByRole('button', { name: 'Envoyer l’orientation' }).click();
      await atSender.getByText('En attente de réponse').first().waitFor();
      const refer = await clicksToRefer();
      expect(refer).toBeLessThanOrEqual(6);

      await line(atReceiver, 'Zoé Martin').click();
      const clicksToAnswer = await countClicks(atReceiver);
      await atReceiver.getByRole('button', { name: 'Accepter' }).click();
      await atReceiver
        .getByText(/^En acceptant, vous verrez l’identité et le parcours de la personne, jusqu’au \d/)
        .waitFor();
      await atReceiver.getByRole('button', { name: 'Confirmer' }).click();
      await atReceiver.getByText('Orientation acceptée.').waitFor();
      const answer = await clicksToAnswer();
      expect(answer).toBe(2);
      await atSender.getByText('Acceptée').first().waitFor();
      figure('console: clicks to refer a person, and to accept', `${refer} and ${answer}`);
    });

    it('a service is found by words, with a typing error too, and by its theme', async () => {
      const page = await browser.open(`${hub.url}/personnes/${await person('Leroy')}/orienter`);
      await signInAs(page, sender.member);
      const service = page.getByRole('radio', { name: 'Atelier de mobilité' });
      await service.click();
      for (const [search, isFound] of [
        ['fanfare', false],
        ['mobillite', true],
      ] as const) {
        await page.getByLabel('Chercher une offre').fill(search);
        await service.waitFor({ state: isFound ? 'visible' : 'detached' });
      }
      // What was chosen is still chosen.
      expect(await service.isChecked()).toBe(true);
      await page.getByLabel('Thème').selectOption('LOGEMENT_HEBERGEMENT');
      await page.getByText('Aucune offre ne correspond').waitFor();
      await page.getByLabel('Thème').selectOption('MOBILITE');
      await service.waitFor();
    });

    it('the history names the member who made a change, to the member’s own partner only', async () => {
      const referral = await sendReferral(sender.client, await person('Fabre'), receiver.partner);
      const named = async (client: Client) =>
        (await client.data('{ viewer { member { name } partner { name } } }')).viewer;
      const { member, partner } = await named(sender.client);
      for (const [viewer, shown] of [
        [sender.member, `par ${member.name}, ${partner.name}`],
        [receiver.member, `par ${partner.name}`],
      ] as const) {
        const page = await browser.open(`${hub.url}/orientations/${referral}`);
        await signInAs(page, viewer);
        await page.getByText(shown).waitFor();
      }
    });

    it('the history says what each side did; only the receiver has something to answer', async () => {
      const referral = await sendReferral(sender.client, await person('Chevalier'), receiver.partner);
      const atReceiver = await browser.open(`${hub.url}/orientations/${referral}`);
      await signInAs(atReceiver, receiver.member);
      const history = (page: Page) => page.locator('section', { hasText: 'Historique' }).locator('li strong');
      await atReceiver.getByText('À répondre', { exact: true }).waitFor();
      expect(await atReceiver.getByLabel('Confiée à').locator('option').first().textContent()).toBe(
        'Pas encore confiée',
      );
      const atSender = await browser.open(`${hub.url}/orientations/${referral}`);
      await signInAs(atSender, sender.member);
      await atSender.getByText('En attente de réponse', { exact: true }).waitFor();
      expect(await history(atSender).allTextContents()).toEqual(['Envoyée']);
      const run = (client: Client, command: Parameters<typeof runCommand>[1], input: object) =>
        runCommand(client, command, { referral, ...input });
      await run(receiver.client, 'requestReferralInfo', { expectedVersion: 1, message: 'Quand ?' });
      await run(sender.client, 'replyToReferral', { expectedVersion: 2, reply: 'Le matin' });
      await run(receiver.client, 'acceptReferral', { expectedVersion: 3 });
      await run(receiver.client, 'startReferral', { expectedVersion: 4, firstContactOn: daysAgo(0) });
      await run(receiver.client, 'holdReferral', { expectedVersion: 5, reason: 'Congés' });
      await run(receiver.client, 'resumeReferral', { expectedVersion: 6, reason: 'Retour' });
      await history(atSender).getByText('Reprise').waitFor();
      expect(await history(atSender).allTextContents()).toEqual([
        'Envoyée',
        'Précisions demandées',
        'Précisions apportées',
        'Acceptée',
        'Commencée',
        'Mise en pause',
        'Reprise',
      ]);
    });

    it('an answer in words that another partner should not read is confirmed as it is, or reworded', async () => {
      const referral = await sendReferral(sender.client, await person('Petit'), receiver.partner);
      const page = await browser.open(`${hub.url}/orientations/${referral}`);
      await signInAs(page, receiver.member);
      await page.getByLabel('Votre message').fill('Suit un traitement pour dépression');
      await page.getByRole('button', { name: 'Envoyer le message' }).click();
      await page.getByRole('button', { name: 'Confirmer tel quel' }).waitFor();
      expect(await page.getByLabel('Votre message').inputValue()).toBe('Suit un traitement pour dépression');
      expect(await page.locator('mark').allTextContents()).toEqual(['dépression']);
      await page.getByLabel('Votre message').fill('Disponible le matin');
      await page.getByRole('button', { name: 'Envoyer le message' }).click();
      await page.getByText('Message envoyé.').waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Disponible le matin' }).waitFor();
    });

    it('a decline keeps what was typed when the referral has changed meanwhile', async () => {
      const referral = await sendReferral(sender.client, await person('Robert'), receiver.partner);
      const page = await browser.open(`${hub.url}/orientations/${referral}`);
      await signInAs(page, receiver.member);
      await page.getByRole('button', { name: 'Refuser' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Précision').fill('Complet jusqu’en mars');
      await runCommand(receiver.client, 'reviewReferral', { referral, expectedVersion: 1 });
      // Exactly: a button has these words too. Before the change arrives, the answer would be STALE_VERSION.
      await page.getByText('À l’étude', { exact: true }).first().waitFor();
      expect(await dialog.getByLabel('Précision').inputValue()).toBe('Complet jusqu’en mars');
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText('Orientation refusée.').waitFor();
      expect(await status(referral)).toBe('DECLINED');
    });

    it('the menu counts what is to answer; overdue answers are marked, and can be shown alone', async () => {
      const other = await hub.town.caseworker();
      const late = await sendReferral(sender.client, await person('Retard'), other.partner);
      await sendReferral(sender.client, await person('Hier'), other.partner);
      await letAnswerBeLate(hub, late);
      const page = await browser.open(`${hub.url}/reception`);
      await signInAs(page, other.member);
      await line(page, 'Zoé Hier').waitFor();
      expect(await line(page, 'Zoé Retard').getByText('En retard').isVisible()).toBe(true);
      expect(await line(page, 'Zoé Hier').getByText('En retard').count()).toBe(0);
      expect(await page.getByRole('link', { name: /^Orientations/ }).textContent()).toContain('2 à traiter');
      await page.getByLabel('En retard').click();
      await line(page, 'Zoé Hier').waitFor({ state: 'detached' });
      expect(page.url()).toContain('retard=oui');
      await line(page, 'Zoé Retard').click();
      await page.getByText('Réponse attendue avant').waitFor();
      await page.getByRole('button', { name: 'Accepter' }).click();
      await page.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText('Aucune orientation ne correspond à ces filtres').waitFor();
      await page.getByText('1 à traiter').waitFor({ state: 'attached' });
    });

    it('referrals are found by a name, which is never in the address and is still there after a look at one', async () => {
      const other = await hub.town.caseworker();
      for (const lastName of ['Lefèvre', 'Garnier'])
        await sendReferral(sender.client, await person(lastName), other.partner);
      const page = await browser.open(`${hub.url}/reception`);
      await signInAs(page, other.member);
      await line(page, 'Zoé Garnier').waitFor();
      const field = page.getByLabel('Nom, référence, offre ou partenaire');
      await field.fill('lefevre');
      await field.press('Enter');
      await line(page, 'Zoé Garnier').waitFor({ state: 'detached' });
      await line(page, 'Zoé Lefèvre').click();
      await page.getByRole('button', { name: 'Accepter' }).waitFor();
      await page.getByRole('link', { name: 'Notifications' }).click();
      await page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor();
      await page.goBack();
      await line(page, 'Zoé Lefèvre').waitFor();
      expect(await line(page, 'Zoé Garnier').count()).toBe(0);
      expect(await field.inputValue()).toBe('lefevre');
      expect(decodeURIComponent(page.url()).toLowerCase()).not.toContain('lef');
      await field.fill('fanfare');
      await field.press('Enter');
      await page.getByText('Aucune orientation ne correspond à ces filtres').waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Effacer les filtres' }).click();
      await line(page, 'Zoé Garnier').waitFor();
      expect(await field.inputValue()).toBe('');
    });

    it('five clicks on send are one referral', async () => {
      const id = await person('Bernard');
      const page = await browser.open(`${hub.url}/personnes/${id}/orienter`);
      await signInAs(page, sender.member);
      await page.getByText('Atelier de mobilité').click();
      await page.getByLabel('Motif').fill('Souhaite passer le permis');
      await page.getByLabel('La personne est d’accord').click();
      const send = page.getByRole('button', { name: 'Envoyer l’orientation' });
      await send.evaluate((button) => {
        for (let click = 0; click < 5; click++) (button as unknown as { click(): void }).click();
      });
      await page.getByText('En attente de réponse').first().waitFor();
      const { totalCount } = (
        await sender.client.data('query ($id: ID!) { beneficiary(id: $id) { referrals { totalCount } } }', {
          id,
        })
      ).beneficiary.referrals;
      expect(totalCount).toBe(1);
    });

    it('the keyboard alone answers a referral', async () => {
      const referral = await sendReferral(sender.client, await person('Durand'), receiver.partner);
      const page = await browser.open(`${hub.url}/reception`);
      await signInAs(page, receiver.member);
      await line(page, 'Zoé Durand').waitFor();
      await page.keyboard.press('j');
      while (!(await line(page, 'Zoé Durand').evaluate((it) => it.matches(':focus'))))
        await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      for (const name of ['Accepter', 'Confirmer']) {
        await tabTo(page, page.getByRole('button', { name }));
        await page.keyboard.press('Enter');
      }
      await page.getByText('Orientation acceptée.').waitFor();
      expect(await status(referral)).toBe('ACCEPTED');
    });

    it('the keyboard alone finds and refers a person', async () => {
      const id = await person('Clavier');
      const page = await browser.open(`${hub.url}/notifications`);
      await signInAs(page, sender.member);
      await page.keyboard.press('/');
      await page.waitForURL(`${hub.url}/personnes`);
      await page.locator('[type=search]:focus').waitFor();
      await page.keyboard.type('clavier zoé');
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('link', { name: 'Clavier Zoé' }));
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('link', { name: 'Orienter' }));
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('radio', { name: 'Atelier de mobilité' }));
      await page.keyboard.press('Space');
      await tabTo(page, page.getByLabel('Motif'));
      await page.keyboard.type('Souhaite passer le permis');
      await tabTo(page, page.getByLabel('La personne est d’accord'));
      await page.keyboard.press('Space');
      await tabTo(page, page.getByRole('button', { name: 'Envoyer l’orientation' }));
      await page.keyboard.press('Enter');
      await page.getByText('En attente de réponse').first().waitFor();
      const { beneficiary } = await sender.client.data(
        'query ($id: ID!) { beneficiary(id: $id) { referrals { nodes { status purpose } } } }',
        { id },
      );
      expect(beneficiary.referrals.nodes).toEqual([
        { status: 'REQUESTED', purpose: 'Souhaite passer le permis' },
      ]);
    });
  });

  describeInBrowser('the session', (browser) => {
    it('two tabs are two people', async () => {
      const first = await browser.open(hub.url);
      await signInAs(first, sender.member);
      const second = await first.context().newPage();
      await second.goto(hub.url);
      await signInAs(second, receiver.member);
      await first.reload();
      const name = async (page: Page) => page.getByRole('button', { name: /Votre compte : / }).textContent();
      expect(await name(first)).not.toBe(await name(second));
    });

    it('a session that ends while somebody types is renewed, and nothing is lost', async () => {
      const referral = await sendReferral(sender.client, await person('Simon'), receiver.partner);
      const member = await hub.town.member(receiver.partner);
      const page = await browser.open(`${hub.url}/orientations/${referral}`);
      await signInAs(page, member);
      await page.getByLabel('Votre message').fill('Je rappelle demain');
      await hub.owner('update member set deactivated_at = now() where id = $1', [member.key]);
      await page.getByRole('dialog', { name: 'Votre session a pris fin' }).waitFor();
      await hub.owner('update member set deactivated_at = null where id = $1', [member.key]);
      await page.getByRole('button', { name: 'Reprendre' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.getByLabel('Votre message').inputValue()).toBe('Je rappelle demain');
      await page.getByRole('button', { name: 'Envoyer le message' }).click();
      await page.getByText('Message envoyé.').waitFor();
    });

    it('the screen is locked after a time without input, a reload does not unlock it', async () => {
      const page = await browser.open(hub.url);
      await page.clock.install();
      await page.reload();
      await signInAs(page, sender.member);
      await page.clock.fastForward('16:00');
      await page.getByRole('dialog', { name: 'Écran verrouillé' }).waitFor();
      expect(await page.getByRole('heading', { name: 'Orientations' }).isVisible()).toBe(false);
      await page.reload();
      await page.getByRole('heading', { name: 'Qui êtes-vous ?' }).waitFor();
    });

    it('signing out leaves no stored value, and the back button shows no screen of the person before', async () => {
      const page = await browser.open(hub.url);
      await signInAs(page, sender.member);
      await page.getByRole('link', { name: 'Notifications' }).click();
      await page.getByRole('button', { name: /Votre compte : / }).click();
      await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
      await page.getByRole('heading', { name: 'Qui êtes-vous ?' }).waitFor();
      expect(await page.evaluate('[sessionStorage.length, localStorage.length]')).toEqual([0, 0]);
      await page.goBack();
      await page.getByRole('heading', { name: 'Qui êtes-vous ?' }).waitFor();
    });
  });

  describeInBrowser('accessibility', (browser) => {
    it.each(['/reception', '/notifications', '/accessibilite'])('axe finds nothing on %s', async (path) => {
      const page = await browser.open(`${hub.url}${path}`);
      await expectAccessible(page);
      await signInAs(page, receiver.member);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await loaded(page);
      await expectAccessible(page);
    });

    it('axe finds nothing on a referral, with its dialog, and where a person is referred', async () => {
      const id = await person('Moreau');
      const referral = await sendReferral(sender.client, id, receiver.partner);
      const page = await browser.open(`${hub.url}/orientations/${referral}`);
      await signInAs(page, receiver.member);
      await page.getByRole('button', { name: 'Refuser' }).click();
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
      const refer = await browser.open(`${hub.url}/personnes/${id}/orienter`);
      await signInAs(refer, sender.member);
      await refer.getByText('Atelier de mobilité').waitFor();
      await expectAccessible(refer);
    });
  });
});
