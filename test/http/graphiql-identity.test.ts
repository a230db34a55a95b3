import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../kit/browser.js';
import { testHub } from '../kit/hub.js';
import type { SeededMember } from '../kit/town.js';

/** The text of GraphiQL's query editor; it writes spaces as no-break spaces. */
const editorLines = '.graphiql-container .graphiql-query-editor .view-lines';

const secret = 'Zibeline Quinquempoix';

describeInBrowser('GraphiQL in a tab where another account signs in', (browser) => {
  const hub = testHub();

  const signIn = async (page: Page, { key }: SeededMember) => {
    await page.selectOption('#account', `member_${key}`);
    await page.waitForFunction((it) => sessionStorage.getItem('hub:typed-by')?.endsWith(it), key);
    await page.waitForSelector(editorLines);
  };
  /** All that the tab shows or stores. The script is a string because the tests are compiled without browser globals. */
  const everything = (page: Page): Promise<string> =>
    page.evaluate(`JSON.stringify([
      [sessionStorage, localStorage].flatMap((it) => Object.entries(it)),
      document.body.textContent.replaceAll('\\u00a0', ' '),
    ])`);
  /** Types a text and waits until GraphiQL has stored it. Earlier pending writes are then stored too. */
  const type = async (page: Page, text: string) => {
    const editor = page.locator(editorLines).first();
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(`# ${text}`);
    await page.waitForFunction((it) => JSON.stringify(Object.entries(sessionStorage)).includes(it), text);
  };

  it('shows and stores no input of the previous account, also after sign-out and after late writes', async () => {
    const [one, other] = [
      await hub.town.member(await hub.town.partner()),
      await hub.town.member(await hub.town.partner()),
    ];
    const page = await browser.open(`${hub.url}/graphiql`);
    await page.waitForSelector('#account:not([disabled])');
    await signIn(page, one);
    await type(page, secret);
    await signIn(page, other);
    expect(await everything(page)).not.toContain(secret);
    await type(page, 'nothing to hide');
    expect(await everything(page)).not.toContain(secret);
    await type(page, secret);
    await page.click('#sign-out');
    await page.waitForSelector('.hub-welcome');
    expect(await everything(page)).not.toContain(secret);
    await signIn(page, one);
    await type(page, 'nothing to hide');
    expect(await everything(page)).not.toContain(secret);
  });

  it('keeps the input across a reload, only for the same account', async () => {
    const [one, other] = [
      await hub.town.member(await hub.town.partner()),
      await hub.town.member(await hub.town.partner()),
    ];
    const page = await browser.open(`${hub.url}/graphiql`);
    await page.waitForSelector('#account:not([disabled])');
    await signIn(page, one);
    await type(page, secret);
    await page.reload();
    await page.waitForSelector(editorLines);
    expect(await everything(page)).toContain(secret);
    // The same state as after a sign-in elsewhere, such as at the identity provider.
    await page.evaluate((member) => {
      const identity = JSON.parse(sessionStorage.getItem('hub:identity') ?? '{}');
      sessionStorage.setItem('hub:identity', JSON.stringify({ ...identity, member }));
    }, `member_${other.key}`);
    await page.reload();
    await page.waitForSelector(editorLines);
    expect(await everything(page)).not.toContain(secret);
  });
});
