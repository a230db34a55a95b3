import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { release } from '../kit/releases.js';
import { accompany, committeeMember, thisYear, year } from './steering.js';

describe('the yearly report', () => {
  const hub = testHub();
  let member: Client;
  let caseworker: Client;
  let coordinator: Client;

  const get = (path: string, client?: Client, headers: Record<string, string> = {}) =>
    fetch(`${hub.url}${path}`, {
      headers: { ...(client && { authorization: `Bearer ${client.token}` }), ...headers },
    });
  const text = async (client: Client, language = 'en') =>
    (await get(`/committee/report/${year}`, client, { 'accept-language': language })).text();

  beforeAll(async () => {
    ({ client: member } = await committeeMember(hub));
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
    await accompany(caseworker, 60);
    await release(hub);
  });

  it('shows the figures of the API, their definitions and the roadmap', async () => {
    const page = await text(member);
    const query = `query ($period: PeriodInput!) { committee { indicators(period: $period) { key label definition value } } }`;
    const { indicators } = (await member.data(query, { period: thisYear })).committee;
    const escaped = (it: string) => it.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
    expect(indicators).toHaveLength(18);
    for (const { label, definition } of indicators) {
      expect(page).toContain(escaped(label));
      expect(page).toContain(escaped(definition));
    }
    const people = indicators.find((it: Data) => it.key === 'ACCOMPANIED_PEOPLE');
    expect(people.value).toBe(60);
    expect(page).toMatch(/People accompanied<\/th>\s*<td class="number">60 people<\/td>/);
    expect(page).toMatch(/Data as of \d+ \w+ \d{4}/);
    expect(page).toMatch(/People accompanied : 1,200\.5/);
    expect(page).toContain('Planned');
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
    expect(page).toContain('60 personnes');
    expect(page).toContain('Prévue');
    expect(page).toMatch(/<em>masqué<\/em>\s*<\/td>/);
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

  it('exports the indicators as CSV: the town, then each partner, without formulas', async () => {
    await hub.owner(`update partner set name = '=1+1;"x"' where name like '<img%'`);
    const query = 'query ($period: PeriodInput!) { committee { indicatorsCsv(period: $period) } }';
    const { indicatorsCsv } = (await member.data(query, { period: thisYear })).committee;
    const lines = indicatorsCsv.slice(1).split('\r\n');
    expect(indicatorsCsv.charCodeAt(0)).toBe(0xfeff);
    expect(lines[0]).toBe(
      'Indicator;Partner;Value;Unit;Denominator;Published figure;Published source;Definition;Version',
    );
    expect(lines[1]).toMatch(/^People accompanied;The whole town;60;people;;/);
    const partner = /^People accompanied;"'=1\+1;""x""";(60|withheld);people;/;
    expect(lines.filter((it: string) => partner.test(it))).toHaveLength(1);
    expect(await caseworker.data(query, { period: thisYear })).toEqual({ committee: null });
  });
});
