import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { notRun } from './figures.js';

/** Where systems have Chromium; playwright-core brings none. */
const places = [
  process.env['HUB_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of the tests, if there is one. */
export const browserProgram = places.find((it) => it && existsSync(it));

/** A real browser for the tests of one file. */
export interface TestBrowser {
  /** A new tab in a browser of its own: no cookie or storage of another one. */
  open(url: string): Promise<Page>;
}

/**
 * Describes tests in a real browser. Without one they are not run, which the end of the run says; with
 * HUB_REQUIRE_BROWSER=1 they fail. An error that a page throws or logs, or a request to
 * another host, fails the test file.
 */
export function describeInBrowser(name: string, tests: (browser: TestBrowser) => void): void {
  if (!browserProgram && process.env['HUB_REQUIRE_BROWSER'] !== '1') {
    notRun(name);
    describe.skip(name, () => tests(absent));
    return;
  }
  describe(name, () => {
    const contexts: BrowserContext[] = [];
    const wrong: string[] = [];
    let browser: Browser;

    beforeAll(async () => {
      if (!browserProgram) throw new Error('HUB_REQUIRE_BROWSER is set and there is no Chromium: install it');
      browser = await chromium.launch({
        executablePath: browserProgram,
        // Root, as in containers, has no sandbox.
        chromiumSandbox: process.getuid?.() !== 0,
      });
    });
    afterAll(async () => {
      await browser?.close();
      expect(wrong).toEqual([]);
    });

    tests({
      async open(url) {
        const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1400, height: 900 } });
        contexts.push(context);
        const { host } = new URL(url);
        context.on('request', (request) => {
          const target = new URL(request.url());
          if (/^(http|ws)/.test(target.protocol) && target.host !== host)
            wrong.push(`request to ${target.host}`);
        });
        const page = await context.newPage();
        page.on('pageerror', (error) => wrong.push(error.message));
        page.on('console', (message) => {
          // An answer that refuses, such as 401, is written there too.
          if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
            wrong.push(message.text());
        });
        await page.goto(url);
        return page;
      },
    });
  });
}

const absent: TestBrowser = { open: () => Promise.reject(new Error('there is no browser')) };
