import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const sheetQuery = `query ($beneficiary: ID!) { accessSheet(beneficiary: $beneficiary) {
  beneficiary firstName lastName birthDate madeAt
  grants { partner { id } inForce scope basis since until agreedOn method grantedBy { id } recordedBy { id } endedAt endedBy { id } endReason }
  looks { day partner { id } roles vias times first last }
} }`;

describe('accessSheet', () => {
  const hub = testHub();
  let referent: { partner: SeededPartner; client: Client };
  let other: { partner: SeededPartner; client: Client };
  let officer: Client;
  let person: string;
  const sheetOf = async (client: Client, beneficiary = person): Promise<Data> =>
    (await client.data(sheetQuery, { beneficiary })).accessSheet;
  const page = (client: Client | undefined, id = person, language = 'en') =>
    fetch(`${hub.url}/access-sheet/${id}`, {
      headers: { ...(client && { authorization: `Bearer ${client.token}` }), 'accept-language': language },
    });
  const written = () =>
    hub.owner<Data>("select via::text, role, operation, subjects from audit.entry where via = 'SHEET'");

  beforeAll(async () => {
    [referent, other] = [await hub.town.caseworker(), await hub.town.caseworker()];
    officer = (await hub.town.signedInMember(referent.partner, 'DATA_PROTECTION_OFFICER')).client;
    person = await registerPerson(referent.client, { firstName: '<b>Ada</b>', lastName: 'O’Neill & Co' });
    const agreement = validInput.recordSharingAgreement(person, other.partner, { scope: 'PATHWAY' });
    const { id: sharing } = await runCommand(referent.client, 'recordSharingAgreement', agreement);
    await sendReferral(referent.client, person, other.partner);
    const look = `{ beneficiary(id: "${person}") { firstName } }`;
    await other.client.data(look);
    await other.client.data(look);
    await referent.client.run('withdrawSharing', { sharing, reason: 'Moved <away>' }, 'sharing { id }');
  });

  it('shows each sharing with partner, scope, basis, dates, reason and members', async () => {
    const { grants, ...whose } = await sheetOf(referent.client);
    expect(whose).toMatchObject({ beneficiary: person, firstName: '<b>Ada</b>' });
    const seen = grants.map((it: Data) => [it.partner.id, it.basis, it.scope, it.inForce]);
    expect(seen).toEqual([
      [referent.partner.id, 'REFERENT', 'FOLLOW_UP', true],
      [other.partner.id, 'AGREEMENT', 'PATHWAY', false],
      [other.partner.id, 'REFERRAL', 'IDENTITY', true],
    ]);
    const [own, ended] = grants;
    expect(own).toMatchObject({ until: null, agreedOn: null, recordedBy: { id: expect.any(String) } });
    expect(ended).toMatchObject({
      grantedBy: { id: referent.partner.id },
      agreedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      method: expect.stringMatching(/^(WRITTEN|ORAL)$/),
      endedAt: expect.any(String),
      endedBy: { id: expect.any(String) },
      endReason: 'Moved <away>',
    });
  });

  it('shows who accessed the file, by partner and day', async () => {
    const { looks } = await sheetOf(officer);
    expect(looks.find((it: Data) => it.partner.id === other.partner.id)).toEqual({
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      partner: { id: other.partner.id },
      roles: ['CASEWORKER'],
      vias: ['QUERY'],
      times: 2,
      first: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      last: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect(looks).toHaveLength(2);
  });

  it('is only for the roles of the referent; for all others the person is absent', async () => {
    const administrator = (await hub.town.signedInMember(referent.partner, 'PARTNER_ADMINISTRATOR')).client;
    for (const client of [referent.client, administrator, officer]) {
      expect(await sheetOf(client)).toMatchObject({ beneficiary: person });
      expect((await page(client)).status).toBe(200);
    }
    const outside = [other.client, (await hub.town.caseworker()).client];
    for (const role of ['COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER']) {
      outside.push((await hub.town.signedInMember(referent.partner, role)).client);
    }
    outside.push((await hub.town.signedInMember(other.partner, 'DATA_PROTECTION_OFFICER')).client);
    const before = (await written()).length;
    const absent = 'beneficiary_00000000-0000-7000-8000-000000000000';
    for (const client of outside) {
      const answers = [];
      for (const id of [person, absent]) {
        expect(await sheetOf(client, id)).toBeNull();
        const response = await page(client, id);
        answers.push([response.status, await response.text()]);
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.[0]).toBe(404);
    }
    expect((await page(referent.client, 'pathway_00000000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await page(referent.client, 'nonsense')).status).toBe(404);
    expect((await page(undefined)).status).toBe(401);
    expect(await written()).toHaveLength(before);
  });

  it('gives the officer no access to the file outside the sheet', async () => {
    const query = `{ accessSheet(beneficiary: "${person}") { firstName } beneficiary(id: "${person}") { id } }`;
    const { accessSheet, beneficiary } = await officer.data(query);
    expect(accessSheet).not.toBeNull();
    expect(beneficiary).toBeNull();
  });

  it('is itself recorded in the audit, with the role of the viewer', async () => {
    const before = (await written()).length;
    await sheetOf(officer);
    await page(officer);
    const entries = (await written()).slice(before);
    expect(entries).toHaveLength(2);
    for (const entry of entries) {
      expect(entry).toMatchObject({ role: 'DATA_PROTECTION_OFFICER', operation: 'accessSheet' });
      expect(entry.subjects).toHaveLength(1);
    }
  });

  it('is UNAVAILABLE when the audit cannot be written', async () => {
    await hub.owner('alter function audit.append(jsonb) rename to away');
    try {
      const { errors, data } = await officer.send(sheetQuery, { beneficiary: person });
      expect([data?.accessSheet, errors?.[0]?.extensions?.['code']]).toEqual([null, 'UNAVAILABLE']);
      const response = await page(officer);
      expect(response.status).toBe(503);
      expect(await response.text()).not.toContain('Ada');
    } finally {
      await hub.owner('alter function audit.away(jsonb) rename to append');
    }
  });

  it('has a page to print, without scripts, with escaped texts, in the requested language', async () => {
    const response = await page(officer);
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-language')).toBe('en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('&#60;b&#62;Ada&#60;/b&#62; O’Neill &#38; Co');
    expect(text).toContain('Moved &#60;away&#62;');
    expect(text).toContain('It opened your file and is responsible for it');
    expect(text).not.toMatch(/<script|<b>|\son\w+="/);
    const french = await (await page(officer, person, 'fr')).text();
    expect(french).toContain('<html lang="fr">');
    expect(french).toContain('Qui l’a consulté');
  });
});
