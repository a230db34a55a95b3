import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../kit/browser.js';
import { testHub } from '../kit/hub.js';
import { expectAccessible, signInAs } from './kit.js';

describe('the preferences in the console', () => {
  const hub = testHub();
  const option = (page: Page, label: string, chosen: string) =>
    page.getByLabel(label, { exact: true }).selectOption({ label: chosen });
  const said = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();

  describeInBrowser('a member', (browser) => {
    it('chooses when e-mails come and in which language, from the account menu', async () => {
      const { member, client } = await hub.town.caseworker();
      const page = await browser.open(hub.url);
      await signInAs(page, member);
      await page.getByRole('button', { name: /^Votre compte/ }).click();
      await page.getByRole('menuitem', { name: 'E-mails et préférences' }).click();
      await page.getByRole('heading', { name: 'E-mails et préférences' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/preferences');
      await option(page, 'Quand les recevoir', 'Une fois par jour, à 7 h 30');
      await said(page, 'Préférence enregistrée.');
      const saved = page.waitForResponse(
        (response) => response.request().postData()?.includes('chooseMail') ?? false,
      );
      await option(page, 'Langue des e-mails', 'Anglais');
      await saved;
      await page.reload();
      await page.getByLabel('Quand les recevoir').waitFor();
      expect(await page.getByLabel('Quand les recevoir').inputValue()).toBe('DAILY');
      const { viewer } = await client.data('{ viewer { mailTiming mailLanguage } }');
      expect(viewer).toEqual({ mailTiming: 'DAILY', mailLanguage: 'EN' });
    });

    it('chooses language, theme and keys of the tab; nothing is stored', async () => {
      const { member } = await hub.town.caseworker();
      const page = await browser.open(`${hub.url}/preferences`);
      await signInAs(page, member);
      await option(page, 'Thème', 'Sombre');
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      await expectAccessible(page);
      await page.getByLabel('Utiliser les touches du clavier').uncheck();
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('?');
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(new URL(page.url()).pathname).toBe('/preferences');
      await page.getByLabel('Utiliser les touches du clavier').check();
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await option(page, 'Langue', 'English');
      await page.getByRole('heading', { name: 'E-mails and preferences' }).waitFor();
      await page.setViewportSize({ width: 360, height: 740 });
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(
        await page.evaluate('Object.keys(localStorage).length + Object.keys(sessionStorage).length'),
      ).toBe(1);
    });
  });
});
