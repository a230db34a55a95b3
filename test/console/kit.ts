import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { SeededMember } from '../kit/town.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Signs in on the first page, as a demonstration account. It must exist before the page is opened: the page lists the accounts once. */
export async function signInAs(page: Page, { email }: Pick<SeededMember, 'email'>): Promise<void> {
  await page.getByRole('searchbox', { name: 'Chercher un compte' }).fill(email);
  await page.locator('main li button').click();
  await page.getByRole('navigation', { name: 'Menu principal' }).waitFor();
}

interface Violations {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Waits until no part of a page is loading. */
export function loaded(page: Page): Promise<void> {
  return page.getByRole('status', { name: 'Chargement…' }).first().waitFor({ state: 'detached' });
}

/** What axe finds on the page. */
export async function violationsOn(page: Page): Promise<string[]> {
  // The content security policy forbids a script element, and lets the debugger run code.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as Violations;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Checks the page for accessibility with axe: no violation, without exceptions. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}

/** Counts the clicks on a page from now on, also across its screens. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(
    'window.clicks = 0; addEventListener("click", (event) => event.isTrusted && window.clicks++, { capture: true })',
  );
  return async () => Number(await page.evaluate('window.clicks'));
}

/** Does something once, after the page has sent this command and before the hub gets it. */
export async function beforeCommand(
  page: Page,
  command: string,
  work: () => Promise<unknown>,
): Promise<void> {
  let isDone = false;
  await page.route('**/graphql', async (route) => {
    if (!isDone && route.request().postData()?.includes(`${command}(input:`)) {
      isDone = true;
      await work();
    }
    await route.continue();
  });
}

/** Moves the focus to a control with the Tab key alone; fails when it is not reached within one round of the page. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 200; presses++) {
    if (await control.evaluate((it) => it.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${control}`);
}

/**
 * Records from now on what fails on a page: answers of the API with errors, commands that the hub refuses, and errors
 * of subscriptions.
 */
export function recordFailures(page: Page): () => readonly string[] {
  const failures: string[] = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('/graphql')) return;
    const body = await response.text().catch(() => '');
    if (response.status() >= 400 || /"errors":|"userErrors":\[\{/.test(body)) failures.push(body);
  });
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (/"type":"error"|"errors":/.test(String(payload))) failures.push(String(payload));
    }),
  );
  return () => failures;
}

/** Loses the answer of the next such command: the hub carries it out, and the page does not learn of it. */
export async function loseAnswer(page: Page, command: string): Promise<void> {
  let isDone = false;
  await page.route('**/graphql', async (route) => {
    if (isDone || !route.request().postData()?.includes(`${command}(input:`)) return route.continue();
    isDone = true;
    await route.fetch();
    await route.abort();
  });
}
