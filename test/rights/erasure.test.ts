import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusalsOf, runCommand } from '../kit/commands.js';
import { type FullFixture, fixtureMark, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';

describe('eraseBeneficiary', () => {
  const hub = testHub();
  let inside: FullFixture;
  let person: string;
  const input = (reason = 'REQUEST') => ({ idempotencyKey: randomUUID(), beneficiary: person, reason });
  const key = () => person.slice(person.indexOf('_') + 1);
  const as = async (role: string) => (await hub.town.signedInMember(inside.referent.partner, role)).client;

  beforeAll(async () => {
    inside = await fullFixture(hub.town);
    person = inside.ids.Beneficiary[0] as string;
  });

  /** The tables, of all schemas, in which a row contains one of the markers. */
  const places = async (markers: readonly string[]) => {
    const tables = await hub.owner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await hub.owner<{ text: string }>(
        `select it::text || to_jsonb(it)::text as text from ${name} it`,
      );
      const text = rows.map((row) => row.text.toLowerCase()).join('\n');
      if (markers.some((marker) => text.includes(marker))) found.push(name);
    }
    return found.sort();
  };

  it('is NOT_FOUND for other roles and for other partners', async () => {
    for (const role of ['CASEWORKER', 'COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER']) {
      expect([role, await refusalsOf(await as(role), 'eraseBeneficiary', input())]).toEqual([
        role,
        ['NOT_FOUND beneficiary'],
      ]);
    }
    const { client } = await hub.town.signedInMember(inside.other.partner, 'DATA_PROTECTION_OFFICER');
    expect(await refusalsOf(client, 'eraseBeneficiary', input())).toEqual(['NOT_FOUND beneficiary']);
  });

  it('is refused while a contract is in progress, and changes nothing', async () => {
    const officer = await as('DATA_PROTECTION_OFFICER');
    expect(await refusalsOf(officer, 'eraseBeneficiary', input())).toEqual(['LAW_KEEPS beneficiary']);
    expect(await hub.owner('select from beneficiary where id = $1', [key()])).toHaveLength(1);
  });

  it('leaves no marker of the person in any table, and increments a count', async () => {
    await hub.owner('update clause_contract set ends_on = current_date - 1');
    const [stored] = await hub.owner<Record<string, string>>(
      'select fingerprint, sort_name, call_name from beneficiary where id = $1',
      [key()],
    );
    const { ids } = inside;
    const own = [
      ids.Beneficiary,
      ids.Pathway,
      ids.Step,
      ids.Sharing,
      ids.Referral,
      ids.Outcome,
      ids.ClauseContract,
      ids.LinkRequest,
    ];
    const markers = [
      ...Object.values(inside.person),
      ...Object.values(stored ?? {}),
      ...[...own, ids.HoursEntry, ids.EligibilityEvidence].flat().map((id) => id.slice(id.indexOf('_') + 1)),
    ].map((it) => it.toLowerCase());
    const before = await places(markers);
    expect(before).toEqual(expect.arrayContaining(['beneficiary', 'event', 'idempotency_key', 'attendance']));
    const officer = await as('DATA_PROTECTION_OFFICER');
    const right = input();
    const erased = await runCommand(officer, 'eraseBeneficiary', right, 'id people reason firstYear');
    expect(erased).toMatchObject({ people: 1, reason: 'REQUEST' });
    expect(await places(markers)).toEqual([]);
    const forum = await hub.owner('select people, beneficiary_id from attendance where people = 1');
    expect(forum).toEqual([{ people: 1, beneficiary_id: null }]);
    // A saved question of the committee and a link request about another person contain the marker too. They are not
    // about this person.
    const others = ['saved_analysis', 'link_request'];
    expect((await places([fixtureMark.toLowerCase()])).filter((it) => !others.includes(it))).toEqual(
      before.filter((it) => it === 'committee_snapshot'),
    );
    expect(await runCommand(officer, 'eraseBeneficiary', right, 'id people')).toMatchObject({
      id: erased.id,
      people: 1,
    });
    expect(await refusalsOf(officer, 'eraseBeneficiary', input())).toEqual(['NOT_FOUND beneficiary']);
  });
});
