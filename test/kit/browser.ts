import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { recordSkipped } from './figures.js';

/** Usual paths of Chromium, which playwright-core does not include. */
const chromiumPaths = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the browser for the tests, if one is installed. */
export const browserProgram = chromiumPaths.find((it) => it && existsSync(it));

/**
 * How long a page may take for one step, in milliseconds. Against what hangs, not against what is slow: the default of
 * 30 s is too short on a busy machine.
 */
const patience = Number(process.env['BROWSER_PATIENCE'] ?? 300_000);

/** A real browser, shared by the tests of one file. */
export interface TestBrowser {
  /** Opens a page in a new browser context, which shares no cookies or storage with other pages. */
  open(url: string): Promise<Page>;
}

/**
 * Describes tests in a real browser. If no browser is installed, the tests are skipped and the end of the run reports
 * it; with HUB_REQUIRE_BROWSER=1 they fail. An error that a page throws or logs, or a request to another host, fails
 * the test file.
 */
export function describeInBrowser(name: string, tests: (browser: TestBrowser) => void): void {
  if (!browserProgram && process.env['HUB_REQUIRE_BROWSER'] !== '1') {
    recordSkipped(name);
    describe.skip(name, () => tests(noBrowser));
    return;
  }
  describe(name, () => {
    const contexts: BrowserContext[] = [];
    const pageErrors: string[] = [];
    let browser: Browser;

    beforeAll(async () => {
      if (!browserProgram) throw new Error('HUB_REQUIRE_BROWSER is set and there is no Chromium: install it');
      browser = await chromium.launch({
        executablePath: browserProgram,
        timeout: patience,
        // Chromium's sandbox does not work for root, the usual user in containers.
        chromiumSandbox: process.getuid?.() !== 0,
      });
    });
    afterAll(async () => {
      await browser?.close();
      expect(pageErrors).toEqual([]);
    });

    tests({
      async open(url) {
        const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1400, height: 900 } });
        contexts.push(context);
        context.setDefaultTimeout(patience);
        const { host } = new URL(url);
        context.on('request', (request) => {
          const target = new URL(request.url());
          if (/^(http|ws)/.test(target.protocol) && target.host !== host)
            pageErrors.push(`request to ${target.host}`);
        });
        const page = await context.newPage();
        page.on('pageerror', (error) => pageErrors.push(error.message));
        page.on('console', (message) => {
          // Chromium also logs responses with an error status, such as 401, and lost connections; these are expected.
          const isOfNetwork = /^(Failed to load resource|WebSocket connection to)/.test(message.text());
          if (message.type() === 'error' && !isOfNetwork) pageErrors.push(message.text());
        });
        await page.goto(url);
        return page;
      },
    });
  });
}

const noBrowser: TestBrowser = { open: () => Promise.reject(new Error('there is no browser')) };
