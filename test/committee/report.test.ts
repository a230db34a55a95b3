import { beforeAll, describe, expect, it } from '@jest/globals';
import { longDay } from '../../src/i18n.js';
import { expectAccessible } from '../console/kit.js';
import { describeInBrowser } from '../kit/browser.js';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { release } from '../kit/releases.js';
import type { SeededMember } from '../kit/town.js';
import { accompany, committeeMember, thisYear, year } from './steering.js';

const squeezed = (page: string) => page.replace(/\s+/g, ' ');

describe('the yearly report', () => {
  const hub = testHub();
  let member: Client;
  let reader: SeededMember;
  let caseworker: Client;
  let coordinator: Client;

  const get = (path: string, client?: Client, headers: Record<string, string> = {}) =>
    fetch(`${hub.url}${path}`, {
      headers: { ...(client && { authorization: `Bearer ${client.token}` }), ...headers },
    });
  const text = async (client: Client, language = 'en') =>
    (await get(`/committee/report/${year}`, client, { 'accept-language': language })).text();

  beforeAll(async () => {
    ({ client: member, member: reader } = await committeeMember(hub));
    const some = await hub.town.caseworker();
    caseworker = some.client;
    await hub.owner('update partner set name = $2 where id = $1', [
      some.partner.key,
      `<img src=x onerror="alert('1')"> & Co`,
    ]);
    ({ client: coordinator } = await hub.town.signedInMember(
      await hub.town.partner(undefined, 'TOWN'),
      'COORDINATOR',
    ));
    await runCommand(
      coordinator,
      'addRoadmapItem',
      validInput.addRoadmapItem(some.partner, {
        ...{ title: '</main><script>alert(2)</script>', description: 'A "desk" & a chair' },
        ...{ indicator: 'ACCOMPANIED_PEOPLE', target: 1200.5 },
      }),
    );
    await accompany(caseworker, 100);
    await release(hub);
  });

  it('shows the figures of the API, their definitions and the roadmap', async () => {
    const page = await text(member);
    const query = `query ($period: PeriodInput!) { committee { indicators(period: $period) { key label definition value margin state } } }`;
    const { indicators } = (await member.data(query, { period: thisYear })).committee;
    const escaped = (it: string) => it.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
    expect(indicators).toHaveLength(18);
    for (const { label, definition } of indicators) {
      expect(page).toContain(escaped(label));
      expect(page).toContain(escaped(definition));
    }
    const people = indicators.find((it: Data) => it.key === 'ACCOMPANIED_PEOPLE');
    expect(people.state).toBe('SHOWN');
    expect(squeezed(page)).toContain(
      `People accompanied</th> <td class="number">${people.value} <small>± ${people.margin}</small> people</td>`,
    );
    expect(page).toMatch(/People accompanied: 1,200\.5/);
    expect(page).toContain('Planned');
  });

  it('names its release, and says that the figures are provisional and what a margin means', async () => {
    const query =
      'query ($period: PeriodInput!) { committee { indicators(period: $period) { release { asOf } } } }';
    const [{ release: of }] = (await member.data(query, { period: thisYear })).committee.indicators;
    const page = await text(member, 'fr');
    expect(page).toContain(`Arrêté des chiffres du 1er ${longDay(of.asOf, 'fr').slice(2)} (données lues le `);
    expect(page).toContain('<strong>Chiffres provisoires.</strong> Un chiffre suivi de « ± » est protégé');
    expect(page).not.toContain('année close');
  });

  it('is of the release in the address', async () => {
    const { releases } = (await member.data('{ committee { releases { asOf } } }')).committee;
    const day = releases[1].asOf;
    const english = { 'accept-language': 'en' };
    const page = await (await get(`/committee/report/${year}?release=${day}`, member, english)).text();
    expect(squeezed(page)).toContain(longDay(day, 'en'));
    for (const other of ['2020-01-01', 'yesterday', '']) {
      const { status } = await get(`/committee/report/${year}?release=${other}`, member);
      expect([other, status]).toEqual([other, 404]);
    }
  });

  it('names the partners without a figure once, by the reason', async () => {
    const page = await text(member, 'fr');
    const [, accompanied = ''] = /<h3>Personnes accompagnées<\/h3>([\s\S]*?)<\/section>/.exec(page) ?? [];
    expect(accompanied.match(/<tr>/g)).toHaveLength(3);
    expect(accompanied).toMatch(/<p class="others">Sans objet\u00a0: [^<]+\.<\/p>/);
  });

  it('says that the indicators of a closed year are exact, and lists its revisions with date and reason', async () => {
    const closed = (value: number) => ({
      ACCOMPANIED_PEOPLE: { '': { value, margin: 0, state: 'SHOWN', denominator: null } },
    });
    for (const [revision, reason] of [
      [0, null],
      [1, 'Les parcours <saisis> en double'],
    ] as const) {
      await hub.owner(
        `insert into committee_closed_year (id, year, subject, revision, made_at, made_by_id, reason, figures)
        select gen_random_uuid(), $1, 'PATHWAYS', $2, '2026-03-02T09:00:00Z', id, $3, $4 from member limit 1`,
        [year - 1, revision, reason, JSON.stringify(closed(1234 + revision))],
      );
    }
    const page = await (
      await get(`/committee/report/${year - 1}`, member, { 'accept-language': 'fr' })
    ).text();
    expect(page).toContain('<strong>Indicateurs exacts, année close.</strong>');
    expect(page).toMatch(/<td class="number">1\u202f235 personnes<\/td>/);
    expect(page).toContain(
      '<li>Révision 1 du 2 mars 2026 à 10:00, parcours\u00a0: Les parcours &#60;saisis&#62; en double</li>',
    );
    expect(page.match(/<li>/g)).toHaveLength(1);
  });

  it('escapes HTML in texts', async () => {
    const page = await text(member);
    expect(page).toContain('&#60;/main&#62;&#60;script&#62;alert(2)&#60;/script&#62;');
    expect(page).toContain('A &#34;desk&#34; &#38; a chair');
    expect(page).toContain('&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62; &#38; Co');
    expect(page).not.toMatch(/<script|<img|\son\w+="/);
    expect(page.match(/<main/g)).toHaveLength(1);
  });

  it('is in the language of the request', async () => {
    const page = await text(member, 'fr-FR,en;q=0.5');
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('Personnes accompagnées');
    expect(page).toMatch(/\d+ <small>± \d+<\/small> personnes/);
    expect(page).toContain('Prévue');
    expect(page).toContain('<em>trop peu de personnes, ou permettrait d’en retrouver</em>');
    expect(page).toMatch(/<td>\d\d\/\d\d\/\d{4}<\/td>/);
  });

  it('is self-contained; its content security policy allows only its own inline style', async () => {
    const response = await get(`/committee/report/${year}`, member);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; /);
    const [, styles = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(styles));
    expect(policy).toContain(Buffer.from(digest).toString('base64'));
    expect(styles).toMatch(/@page \{\s*size: A4/);
    expect(styles).toContain('@media print');
    expect(page).not.toMatch(/<script|<link|<[^>]+\s(?:src|href|style)=/);
  });

  it('is 404 for other roles and for a year without figures, and 401 without a valid token', async () => {
    expect((await get(`/committee/report/${year}`, coordinator)).status).toBe(200);
    const nowhere = await (await get('/nowhere')).text();
    const refused: [string, Client][] = [
      [`/committee/report/${year}`, caseworker],
      [`/committee/report/${year + 1}`, member],
      ['/committee/report/1999', member],
      ['/committee/report/2024x', member],
      ['/committee/report/2e3', member],
    ];
    for (const [path, client] of refused) {
      const response = await get(path, client);
      expect([path, response.status, await response.text()]).toEqual([path, 404, nowhere]);
    }
    for (const headers of [{}, { authorization: 'Bearer nonsense' }] as Record<string, string>[]) {
      const response = await get(`/committee/report/${year}`, undefined, headers);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.text()).toContain('UNAUTHENTICATED');
    }
  });

  it('has a page with sign-in that loads only the hub’s own files', async () => {
    const response = await get('/report');
    const page = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[\w+/=]+'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:|\/\//);
    for (const id of ['account', 'year', 'print', 'csv', 'report', 'who', 'sign-out', 'notice']) {
      expect(page).toContain(`id="${id}"`);
    }
    const files = [...page.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, path]) => `/${path}`);
    expect(files.map((it) => it.replace(/.*\//, ''))).toEqual(['hub.css', 'report.css', 'report.js']);
    for (const path of files) {
      const file = await get(path);
      expect([path, file.status]).toEqual([path, 200]);
      const body = await file.text();
      for (const [, name] of body.matchAll(/^import .* from '\.\/([\w.-]+)';$/gm)) {
        expect((await get(path.replace(/[^/]+$/, String(name)))).status).toBe(200);
      }
    }
  });

  describeInBrowser('on its page', (browser) => {
    it.each([1400, 390])('is of the year in the address, and fits the screen, at %d px', async (width) => {
      const page = await browser.open(`${hub.url}/report?annee=${year}`);
      await page.setViewportSize({ width, height: 900 });
      await page.getByText('Connectez-vous pour lire le rapport.').waitFor();
      await expectAccessible(page);
      await page.locator('#account').selectOption(`member_${reader.key}`);
      await page.getByRole('heading', { name: `Rapport annuel du comité de pilotage ${year}` }).waitFor();
      const years = page.getByLabel('Année');
      expect(await years.inputValue()).toBe(String(year));
      // The first figures are of the last years: none is offered before.
      const { releases } = (await member.data('{ committee { releases { asOf } } }')).committee;
      const [first] = releases.map((it: Data) => it.asOf).toSorted();
      const offered = await years.locator('option').allTextContents();
      expect(offered.at(-1)).toBe(new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 4));
      const [content, window] = (await page.evaluate(
        '[document.documentElement.scrollWidth, innerWidth]',
      )) as number[];
      expect(content).toBe(window);
      await expectAccessible(page);
    });
  });

  it('exports the indicators as CSV: the town, then each partner, without formulas', async () => {
    await hub.owner(`update partner set name = '=1+1;"x"' where name like '<img%'`);
    const query = 'query ($period: PeriodInput!) { committee { indicatorsCsv(period: $period) } }';
    const { indicatorsCsv } = (await member.data(query, { period: thisYear })).committee;
    const lines = indicatorsCsv.slice(1).split('\r\n');
    expect(indicatorsCsv.charCodeAt(0)).toBe(0xfeff);
    expect(lines[0]).toBe(
      'Indicator;Partner;Value;Margin (95 %);Unit;Denominator;Published figure;Published source;Definition;Version',
    );
    expect(lines[1]).toMatch(/^People accompanied;The whole town;\d+;\d+;people;;/);
    const partner = /^People accompanied;"'=1\+1;""x""";\d+;\d+;people;/;
    expect(lines.filter((it: string) => partner.test(it))).toHaveLength(1);
    expect(lines).toContain(`Period;01/01/${year} to 31/12/${year}`);
    const impossible = lines.filter((it: string) => it.includes(';not applicable;'));
    expect(impossible.length).toBeGreaterThan(0);
    for (const line of impossible) expect(line).toContain(';not applicable;;');
    expect(await caseworker.data(query, { period: thisYear })).toEqual({ committee: null });
  });

  it('says when the figures of a year are in preparation, instead of a table', async () => {
    const drawing = await hub.owner<{ id: string }>(
      'select distinct release_id as id from committee_cell where period = $1',
      [String(year)],
    );
    const ids = [drawing.map(({ id }) => id)];
    await hub.owner('delete from committee_cell where release_id = any ($1)', ids);
    await hub.owner('delete from committee_release where id = any ($1)', ids);
    const page = await text(member, 'fr');
    expect(page).toContain('Les chiffres de cette année sont en préparation.');
    expect(page).not.toContain('class="number"');
    expect(page).toContain('Personnes accompagnées');
  });
});
