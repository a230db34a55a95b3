import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { v7 } from 'uuid';
import { describeInBrowser } from '../kit/browser.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { expectAccessible, signInAs } from './kit.js';

describe('the console', () => {
  const hub = testHub();
  let sender: Awaited<ReturnType<typeof hub.town.caseworker>>;
  let person: string;

  beforeAll(async () => {
    sender = await hub.town.caseworker();
    person = await registerPerson(sender.client, { firstName: 'Zoé', lastName: 'Martin' });
  });

  const send = async (to: SeededPartner) => {
    const referral = await sendReferral(sender.client, person, to);
    await hub.consumed();
    return referral;
  };
  /** Adds an event that notifies the caseworkers of a partner. */
  const emit = async ({ key }: SeededPartner, topic: string, kind: string, subject: string) => {
    const text = 'insert into event (id, partner_id, topic, kind, subject) values ($1, $2, $3, $4, $5)';
    await hub.owner(text, [v7(), key, topic, kind, subject]);
    await hub.consumed();
  };
  /** Waits until the menu shows this number of unread notifications. */
  const bell = (page: Page, unread: number) =>
    page
      .getByRole('navigation', { name: 'Menu principal' })
      .getByRole('link', {
        name: unread === 0 ? /^Notifications$/ : new RegExp(`^Notifications.*${unread} nouvelles?$`),
      })
      .waitFor();
  const item = (page: Page, text: string) =>
    page.getByRole('main').getByRole('listitem').filter({ hasText: text });
  describeInBrowser('notifications', (browser) => {
    /** Opens the list of notifications as a member, in this page or a new one. */
    const openAs = async (member: SeededMember, page?: Page): Promise<Page> => {
      const opened = page ?? (await browser.open(hub.url));
      await opened.goto(`${hub.url}/notifications`);
      await signInAs(opened, member);
      return opened;
    };

    it('appear in the menu and in the list without a reload, and lead to their referral', async () => {
      const { member, partner } = await hub.town.caseworker();
      const page = await openAs(member);
      await page.getByText('Aucune notification.').waitFor();
      const referral = await send(partner);
      await bell(page, 1);
      const line = item(page, 'Une nouvelle orientation');
      await line.getByText('non lue').waitFor();
      expect(await line.textContent()).toContain(`The ${sender.partner.slug} → The ${partner.slug}`);
      await expectAccessible(page);
      await line.getByRole('link').click();
      await page.waitForURL(`${hub.url}/orientations/${referral}`);
      await page.getByRole('heading', { name: 'Zoé Martin' }).waitFor();
      await bell(page, 0);
    });

    it('that are read in one tab are read in the other', async () => {
      const { member, partner } = await hub.town.caseworker();
      await send(partner);
      await send(partner);
      const first = await openAs(member);
      const second = await openAs(member, await first.context().newPage());
      await bell(first, 2);
      await bell(second, 2);
      await first.getByRole('button', { name: 'Tout marquer comme lu' }).click();
      await bell(second, 0);
      await bell(first, 0);
      await item(second, 'Une nouvelle orientation')
        .getByText('non lue')
        .first()
        .waitFor({ state: 'detached' });
      expect(await item(second, 'Une nouvelle orientation').count()).toBe(2);
    });

    it('about a sharing lead to the person’s file, and say when it is no longer accessible', async () => {
      const { member, partner } = await hub.town.caseworker();
      const input = validInput.recordSharingAgreement(person, partner, { scope: 'PATHWAY' });
      const { id } = await runCommand(sender.client, 'recordSharingAgreement', input);
      await emit(partner, 'SHARING', 'EXPIRING', id.slice('sharing_'.length));
      const page = await openAs(member);
      const line = item(page, 'Un partage arrive à son terme');
      await line.waitFor();
      expect(await line.textContent()).toContain(`Zoé Martin · partagé avec The ${partner.slug}`);
      await emit(partner, 'SHARING', 'EXPIRING', v7());
      await bell(page, 2);
      await line.filter({ hasText: 'n’est plus accessible' }).waitFor();
      expect(await line.getByRole('link').count()).toBe(1);
      await line.getByRole('link').click();
      await page.waitForURL(`${hub.url}/personnes/${person}`);
      await bell(page, 1);
    });

    it('wait behind a button while the list is in use', async () => {
      const { member, partner } = await hub.town.caseworker();
      await send(partner);
      const page = await openAs(member);
      const lines = item(page, 'Une nouvelle orientation');
      await lines.hover();
      await send(partner);
      await bell(page, 2);
      await page.getByRole('button', { name: '1 nouvelle notification : afficher' }).waitFor();
      expect(await lines.count()).toBe(1);
      await page.getByRole('button', { name: '1 nouvelle notification : afficher' }).click();
      await lines.nth(1).waitFor();
    });

    it('that end the retention period of a file say when, without a link', async () => {
      const { member, partner } = await hub.town.signedInMember(sender.partner, 'DATA_PROTECTION_OFFICER');
      await emit(partner, 'RETENTION', 'DUE', person.slice('beneficiary_'.length));
      const page = await openAs(member);
      const line = item(page, 'Un dossier arrive au terme de sa conservation');
      await line.getByText(/échéance le \d+/).waitFor();
      expect(await line.getByRole('link').count()).toBe(0);
    });
  });
});
