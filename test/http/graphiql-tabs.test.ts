import { expect, it } from '@jest/globals';
import { signInAs } from '../console/kit.js';
import { describeInBrowser } from '../kit/browser.js';
import { testHub } from '../kit/hub.js';

describeInBrowser('GraphiQL', (browser) => {
  const hub = testHub();

  const open = async (address: string) => {
    const { key } = await hub.town.member(await hub.town.partner());
    const page = await browser.open(`${hub.url}/${address}`);
    await page.waitForSelector('#account:not([disabled])');
    await page.selectOption('#account', `member_${key}`);
    const query = page.locator('.graphiql-query-editor .view-lines');
    const variables = page.locator('.graphiql-editor-tool .view-lines').first();
    return { page, query, variables };
  };

  it('opens a saved operation in a tab of its own, with its variables', async () => {
    const { page, query, variables } = await open('graphiql');
    await query.filter({ hasText: 'WhoAmI' }).waitFor();
    await page.selectOption('#operation', { label: 'Tout marquer comme lu' });
    await query.filter({ hasText: 'MarkNotificationsRead' }).waitFor();
    await variables.filter({ hasText: '"upTo"' }).waitFor();
    await page.getByRole('tab', { name: 'WhoAmI' }).click();
    await query.filter({ hasText: 'WhoAmI' }).waitFor();
    await variables.filter({ hasNotText: '"upTo"' }).waitFor({ state: 'attached' });
    await page.getByRole('tab', { name: 'MarkNotificationsRead' }).click();
    await variables.filter({ hasText: '"upTo"' }).waitFor();
  });

  it('leads the links of earlier e-mails to the notifications of the console', async () => {
    const member = await hub.town.member(await hub.town.partner());
    const page = await browser.open(`${hub.url}/graphiql#notifications`);
    await page.waitForURL(`${hub.url}/notifications`);
    await signInAs(page, member);
    await page.getByRole('heading', { name: 'Notifications' }).waitFor();
  });

  it('listens to a subscription', async () => {
    const { page, query } = await open('graphiql');
    await query.filter({ hasText: 'WhoAmI' }).waitFor();
    await page.selectOption('#operation', { label: 'Écouter les orientations en direct' });
    await query.filter({ hasText: 'ListenToReferrals' }).waitFor();
    await page.click('.graphiql-execute-button');
    await page.locator('#notice', { hasText: 'À l’écoute' }).waitFor();
  });

  it('names its icons for screen readers', async () => {
    const { page, query } = await open('graphiql');
    await query.filter({ hasText: 'WhoAmI' }).waitFor();
    const titles = await page.locator('.graphiql-container svg title').allTextContents();
    expect(titles).toContain('play icon');
    expect(titles.filter((it) => !/^[a-z]{3,}( [a-z]{2,})* icon$/.test(it))).toEqual([]);
  });
});
