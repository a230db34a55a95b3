import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../kit/browser.js';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededMember } from '../kit/town.js';
import { expectAccessible, signInAs } from './kit.js';

describe('reporting a problem in the console', () => {
  const hub = testHub();
  let viewer: { readonly member: SeededMember; readonly client: Client };

  beforeAll(async () => {
    viewer = await hub.town.caseworker();
  });

  /** Collects the ids of the responses of the API, by whether they failed. */
  const idsOf = (page: Page) => {
    const ids = { all: new Set<string>(), failed: new Set<string>() };
    page.on('response', async (response) => {
      if (new URL(response.url()).pathname !== '/graphql') return;
      const id = response.headers()['x-request-id'] ?? '';
      ids.all.add(id);
      if ((await response.text()).includes('"errors"')) ids.failed.add(id);
    });
    return ids;
  };
  const requestIn = (report: string) => /Requête : (\S+)/.exec(report)?.[1];

  describeInBrowser('the help', (browser) => {
    const open = async (path: string) => {
      const page = await browser.open(`${hub.url}${path}`);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const ids = idsOf(page);
      await signInAs(page, viewer.member);
      return { page, ids };
    };
    const clipboard = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()');

    it('copies the latest request, the address without ids, the browser and the version; no name, no token', async () => {
      const person = await registerPerson(viewer.client, { firstName: 'Zoé', lastName: 'Quatremère' });
      const { page, ids } = await open(`/personnes/${person}`);
      await page.getByRole('heading', { name: 'Zoé Quatremère' }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('button', { name: 'Signaler un problème' }).click();
      await page.getByLabel('Texte à transmettre').waitFor();
      const report = await clipboard(page);
      expect(report).toBe(await page.getByLabel('Texte à transmettre').inputValue());
      expect(ids.all).toContain(requestIn(report));
      expect(report).toContain('Écran : /personnes/:id\n');
      expect(report).toContain(`Navigateur : ${await page.evaluate('navigator.userAgent')}`);
      expect(report).toMatch(/Version : \d+\.\d+\.\d+$/);
      const token = await page.evaluate("sessionStorage.getItem('hub:token')");
      for (const secret of ['Zoé', 'Quatremère', 'Member', person.split('_')[1], token])
        expect(report).not.toContain(secret);
      await expectAccessible(page);
    });

    it('copies the last request that failed', async () => {
      const { page, ids } = await open('/personnes');
      await page.getByRole('heading', { name: 'Personnes' }).waitFor();
      await hub.owner('alter table notification rename to notification_gone');
      try {
        await page.getByRole('link', { name: 'Notifications' }).click();
        await page.getByText('Cette partie n’a pas pu être chargée.').waitFor();
      } finally {
        await hub.owner('alter table notification_gone rename to notification');
      }
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByText('Aucune notification.').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('button', { name: 'Signaler un problème' }).click();
      const report = await page.getByLabel('Texte à transmettre').inputValue();
      expect(report).toContain('(en échec)');
      expect(ids.failed).toContain(requestIn(report));
    });
  });
});
