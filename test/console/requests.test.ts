import { beforeAll, describe, expect, it } from '@jest/globals';
import { committeeMember, year } from '../committee/steering.js';
import { describeInBrowser, type TestBrowser } from '../kit/browser.js';
import type { Client } from '../kit/client.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { release } from '../kit/releases.js';
import { statementsOf } from '../kit/statements.js';
import { openPathway, registerPerson, type SeededMember, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';
import { loaded, signInAs } from './kit.js';

/** An operation as a screen sends it. */
interface Sent {
  readonly operationName: string;
  readonly query: string;
  readonly variables: object;
}

describe('what a screen of the console asks when it opens', () => {
  const hub = testHub();
  let viewer: { readonly member: SeededMember; readonly client: Client };
  let steering: typeof viewer;
  let person: string;
  let referral: string;

  beforeAll(async () => {
    viewer = await hub.town.caseworker();
    const other = await hub.town.caseworker();
    person = await registerPerson(viewer.client, { firstName: 'Zoé', lastName: 'Martin' });
    referral = await sendReferral(viewer.client, person, other.partner);
    steering = await committeeMember(hub);
    await openPathway(viewer.client, person);
    await release(hub);
    await hub.consumed();
  });

  /** The operation again, alone: its cost and the number of its statements. */
  const measure = async (sent: Sent, client: Client): Promise<string> => {
    let cost = 0;
    const statements = await statementsOf(async () => {
      const response = await client.post(sent);
      const { errors, extensions } = (await response.json()) as {
        errors?: unknown;
        extensions: { cost: { requested: number } };
      };
      expect(errors).toBeUndefined();
      cost = extensions.cost.requested;
    });
    return `${sent.operationName}: cost ${cost}, statements ${statements.length}`;
  };

  describeInBrowser('its queries', (browser) => {
    it.each([
      [
        '/reception',
        'Orientations',
        () => '/reception',
        // The services are looked up for a filter of the received referrals.
        ['ReferralList: cost 182, statements 1', 'OwnServices: cost 103, statements 1'],
      ],
      [
        '/reception, with a chosen referral',
        'Orientations',
        () => `/reception?boite=envoyees&choix=${referral}`,
        ['ReferralList: cost 182, statements 1', 'ReferralView: cost 419, statements 2'],
      ],
      [
        '/orientations/:id',
        'Orientation',
        () => `/orientations/${referral}`,
        ['ReferralView: cost 419, statements 2'],
      ],
      ['/personnes', 'Personnes', () => '/personnes', ['PersonList: cost 92, statements 1']],
      ['/personnes/:id', 'Dossier', () => `/personnes/${person}`, ['Person: cost 341, statements 2']],
      [
        '/personnes/:id/orienter',
        'Orienter une personne',
        () => `/personnes/${person}/orienter`,
        ['Refer: cost 434, statements 2', 'ServiceList: cost 94, statements 2'],
      ],
      ['/notifications', 'Notifications', () => '/notifications', ['Notifications: cost 402, statements 1']],
      ['/preferences', 'E-mails et préférences', () => '/preferences', ['Preferences: cost 1, statements 1']],
      ['/accessibilite', 'Accessibilité', () => '/accessibilite', []],
    ])('%s: one for the menu, one for each part', async (screen, title, address, parts) => {
      const measured = await asked(browser, viewer, address(), title, parts.length);
      figure(`console: queries of ${screen}`, measured.join('; '));
      expect(measured.sort()).toEqual([...parts, 'Shell: cost 25, statements 2'].sort());
    });

    it.each([
      [
        '/chiffres',
        'Indicateurs',
        '',
        ['Figures: cost 47, statements 0', 'IndicatorList: cost 1961, statements 1'],
      ],
      [
        '/chiffres/questions',
        'Questions',
        '/questions',
        ['Questions: cost 1177, statements 0', 'SavedQuestions: cost 1201, statements 1'],
      ],
      [
        '/chiffres/questions, with a question',
        'Questions',
        `/questions?sujet=PATHWAYS&mesures=DISTINCT_PEOPLE&periode=${year}&par=PARTNER`,
        [
          'Answer: cost 1363, statements 0',
          'Questions: cost 1177, statements 0',
          'SavedQuestions: cost 1201, statements 1',
        ],
      ],
      ['/chiffres/arretes', 'Arrêtés et années closes', '/arretes', ['Releases: cost 462, statements 1']],
    ])('%s: the same for the committee', async (screen, title, address, parts) => {
      const measured = await asked(browser, steering, `/chiffres${address}`, title, parts.length);
      figure(`console: queries of ${screen}`, measured.join('; '));
      expect(measured.sort()).toEqual([...parts, 'Shell: cost 23, statements 1'].sort());
    });
  });

  /** What a screen asks when a member opens it; each with its cost and the number of its statements. */
  const asked = async (
    browser: TestBrowser,
    { member, client }: typeof viewer,
    address: string,
    title: string,
    parts: number,
  ): Promise<string[]> => {
    const page = await browser.open(`${hub.url}${address}`);
    const sent = new Map<string, Sent>();
    page.on('request', (request) => {
      if (request.method() !== 'POST' || new URL(request.url()).pathname !== '/graphql') return;
      const operation = request.postDataJSON() as Sent;
      // Without a name: who the viewer is, asked once before the screens.
      if (operation.operationName) sent.set(operation.operationName, operation);
    });
    await signInAs(page, member);
    // A screen reader says where the user is: by the title, which names no person, and by the focus.
    await page.locator('h1:focus').waitFor();
    expect(await page.title()).toBe(`${title} · Hub des partenaires`);
    await until(() => sent.size > parts);
    await page.waitForLoadState('networkidle');
    await loaded(page);
    // A page that is open asks again at each event, and its statements would be counted too.
    await page.close();
    const measured: string[] = [];
    for (const operation of sent.values()) measured.push(await measure(operation, client));
    return measured;
  };
});
