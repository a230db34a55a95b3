import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  leftOut,
  nestedTables,
  PersonFileShape,
  sections,
} from '../../src/features/data-subject-rights/index.js';
import type { Client, Data } from '../kit/client.js';
import { type FullFixture, fixtureMark, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';

const query = 'query ($beneficiary: ID!) { exportFile(beneficiary: $beneficiary) { schema json } }';

describe('exportFile', () => {
  const hub = testHub();
  let inside: FullFixture;
  let person: string;
  let officer: Client;
  const exported = async (client: Client, beneficiary = person): Promise<Data> =>
    (await client.data(query, { beneficiary })).exportFile;
  const download = (client: Client | undefined, id = person) =>
    fetch(`${hub.url}/export/${id}`, { headers: client ? { authorization: `Bearer ${client.token}` } : {} });
  const written = () =>
    hub.owner<Data>("select role, operation, subjects from audit.entry where via = 'EXPORT' order by id");

  beforeAll(async () => {
    inside = await fullFixture(hub.town);
    person = inside.ids.Beneficiary[0] as string;
    officer = (await hub.town.signedInMember(inside.referent.partner, 'DATA_PROTECTION_OFFICER')).client;
  });

  it('matches its schema and has rows in every section', async () => {
    const { schema, json } = await exported(inside.referent.client);
    const file = PersonFileShape.parse(JSON.parse(json)) as Data;
    expect(file.person).toMatchObject({ id: person, ...inside.person });
    const { person: _, exportedAt: __, ...rest } = file;
    for (const [name, rows] of Object.entries<Data[]>(rest))
      expect([name, rows.length]).not.toEqual([name, 0]);
    const described = JSON.parse(schema);
    expect(described).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    });
    expect(Object.keys(described.properties).sort()).toEqual(Object.keys(file).sort());
    expect(described.required.sort()).toEqual(Object.keys(file).sort());
  });

  it('contains all that the referent sees, and no private notes or steps of others', async () => {
    const own = JSON.parse((await exported(inside.referent.client)).json);
    const visibilities = (rows: Data[]) => rows.map(({ visibility }) => visibility).sort();
    expect(visibilities(own.notes)).toEqual(['AUTHOR', 'PARTNER', 'SHARED']);
    expect(visibilities(own.steps)).toEqual(['AUTHOR', 'PARTNER', 'SHARED']);
    const colleague = JSON.parse((await exported(officer)).json);
    expect(visibilities(colleague.notes)).toEqual(['PARTNER', 'SHARED']);
    expect(visibilities(colleague.steps)).toEqual(['PARTNER', 'SHARED']);
    for (const name of Object.keys(sections).filter((it) => !['notes', 'steps'].includes(it))) {
      expect([name, colleague[name]]).toEqual([name, own[name]]);
    }
    expect(own.pathways.map(({ id }: Data) => id).sort()).toEqual([...inside.ids.Pathway].sort());
    expect(own.referrals.map(({ id }: Data) => id).sort()).toEqual([...inside.ids.Referral].sort());
    expect(own.clauseHours).toHaveLength(inside.ids.HoursEntry.length);
  });

  it('covers every table that refers to a person, except those that are left out with a reason', async () => {
    const naming = await hub.owner<{ name: string }>(
      `with recursive naming(place) as (
         select 'beneficiary'::regclass
         union
         select c.conrelid::regclass from pg_constraint c join naming n on c.confrelid = n.place::oid
         where c.contype = 'f' and c.conparentid = 0
       )
       select place::text as name from naming order by 1`,
    );
    const covered = [
      ...Object.values(sections).map(({ table }) => table),
      ...nestedTables,
      ...Object.keys(leftOut),
    ];
    expect(naming.map(({ name }) => name.replaceAll('"', '')).sort()).toEqual(covered.sort());
    expect(naming.length).toBeGreaterThan(20);
  });

  it('is a download that links to a public schema', async () => {
    const response = await download(officer);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${person}.json"`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    PersonFileShape.parse(await response.json());
    const [, place] = /^<(.+)>; rel="describedby"$/.exec(response.headers.get('link') ?? '') ?? [];
    const schema = await fetch(`${hub.url}${place}`);
    expect(await schema.text()).toBe((await exported(officer)).schema);
  });

  it('is only for the roles of the referent; for all others the person is absent', async () => {
    const administrator = (await hub.town.signedInMember(inside.referent.partner, 'PARTNER_ADMINISTRATOR'))
      .client;
    expect(await exported(administrator)).not.toBeNull();
    const outside = [inside.other.client, inside.facilitator.client, inside.committee.client];
    outside.push((await hub.town.caseworker()).client);
    outside.push((await hub.town.signedInMember(inside.other.partner, 'DATA_PROTECTION_OFFICER')).client);
    outside.push((await hub.town.signedInMember(inside.referent.partner, 'COORDINATOR')).client);
    const before = (await written()).length;
    for (const client of outside) {
      const answers = [];
      for (const id of [person, 'beneficiary_00000000-0000-7000-8000-000000000000']) {
        expect(await exported(client, id)).toBeNull();
        const response = await download(client, id);
        answers.push([response.status, await response.text()]);
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.[0]).toBe(404);
    }
    expect((await download(undefined)).status).toBe(401);
    expect(await written()).toHaveLength(before);
  });

  it('of a merged duplicate is null', async () => {
    const [merged] = await hub.owner<{ id: string }>(
      'select id from beneficiary where merged_into_id is not null',
    );
    const id = `beneficiary_${merged?.id}`;
    expect(await exported(inside.referent.client, id)).toBeNull();
    expect(await exported(officer, id)).toBeNull();
  });

  it('is recorded in the audit before it is returned, and is UNAVAILABLE otherwise', async () => {
    const before = (await written()).length;
    await exported(officer);
    await download(inside.referent.client);
    const entries = (await written()).slice(before);
    expect(entries.map(({ role, operation }) => [role, operation])).toEqual([
      ['DATA_PROTECTION_OFFICER', 'exportFile'],
      ['CASEWORKER', 'exportFile'],
    ]);
    await hub.owner('alter function audit.append(jsonb) rename to away');
    try {
      const { data, errors } = await officer.send(query, { beneficiary: person });
      expect([data?.exportFile, errors?.[0]?.extensions?.['code']]).toEqual([null, 'UNAVAILABLE']);
      const response = await download(officer);
      expect(response.status).toBe(503);
      expect(await response.text()).not.toContain(fixtureMark);
    } finally {
      await hub.owner('alter function audit.away(jsonb) rename to append');
    }
  });
});
