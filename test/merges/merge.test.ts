import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { addStep, openPathway, registerPerson, type SeededPartner } from '../kit/town.js';
import { uniqueName } from '../kit/unique.js';
import { everyRow, keyIn, named, places } from './files.js';

const hub = testHub();
let csc: Client;
let partner: SeededPartner;
let other: { partner: SeededPartner; client: Client };

beforeAll(async () => {
  ({ client: csc, partner } = await hub.town.caseworker());
  other = await hub.town.caseworker();
});

const suspectedOf = async (client: Client, id: string): Promise<string[]> => {
  const query = 'query ($id: ID!) { beneficiary(id: $id) { suspectedDuplicates { id } } }';
  const { beneficiary } = await client.data(query, { id });
  return beneficiary.suspectedDuplicates.map((it: { id: string }) => it.id);
};
const share = (client: Client, person: string, to: SeededPartner, scope = 'PATHWAY') =>
  runCommand(client, 'recordSharingAgreement', validInput.recordSharingAgreement(person, to, { scope }));
const merge = (kept: string, duplicate: string): Promise<{ id: string }> =>
  runCommand(csc, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate));

describe('suspectedDuplicates', () => {
  it.each([
    ['one letter of the name differs', { firstName: 'Amine' }, true],
    ['first and last name are swapped', 'swapped', true],
    ['different names, same birth date', { firstName: 'Zoé', lastName: 'Wxyz' }, false],
    ['the same names, two digits of the birth date swapped', { birthDate: '1909-05-17' }, true],
    ['the same names, one digit of the birth date wrong', { birthDate: '1990-05-13' }, true],
    ['the same names, the year off by one', { birthDate: '1991-05-17' }, true],
    ['the same names, another birth date', { birthDate: '1980-06-18' }, false],
    ['close names, two digits swapped', { firstName: 'Amine', birthDate: '1909-05-17' }, false],
  ] as const)('%s', async (_, changes, suspected) => {
    const names = { firstName: 'Amina', lastName: uniqueName() };
    const first = await registerPerson(csc, names);
    const given = changes === 'swapped' ? { firstName: names.lastName, lastName: names.firstName } : changes;
    const input = validInput.registerBeneficiary({ ...names, ...given });
    const payload = await csc.run(
      'registerBeneficiary',
      input,
      'beneficiary { id } suspectedDuplicates { id }',
    );
    expect(payload.suspectedDuplicates).toEqual(suspected ? [{ id: first }] : []);
    expect(await suspectedOf(csc, first)).toEqual(suspected ? [payload.beneficiary.id] : []);
  });

  it('contains only persons whom the viewer’s partner sees', async () => {
    const lastName = uniqueName();
    const first = await registerPerson(csc, { lastName });
    const input = validInput.registerBeneficiary({ lastName, firstName: 'Amine' });
    const payload = await other.client.run(
      'registerBeneficiary',
      input,
      'beneficiary { id } suspectedDuplicates { id }',
    );
    expect(payload.suspectedDuplicates).toEqual([]);
    expect(await suspectedOf(csc, first)).toEqual([]);
    await share(csc, first, other.partner, 'IDENTITY');
    expect(await suspectedOf(other.client, payload.beneficiary.id)).toEqual([first]);
    expect(await suspectedOf(csc, first)).toEqual([]);
  });
});

describe('a merge', () => {
  it('makes one file for every partner, and hides the duplicate from all', async () => {
    const lastName = uniqueName();
    const kept = await registerPerson(csc, { lastName });
    const duplicate = await registerPerson(csc, { lastName, firstName: 'Amine' });
    const pathway = await openPathway(csc, duplicate);
    await addStep(csc, pathway);
    await share(csc, duplicate, other.partner);
    const { id } = await merge(kept, duplicate);
    expect(await named(hub, duplicate)).toEqual({});
    const query = `query ($kept: ID!, $duplicate: ID!) {
      file: beneficiary(id: $kept) { pathways { nodes { id steps { totalCount } } } merges { id undoneAt } }
      led: beneficiary(id: $duplicate) { id } node(id: $duplicate) { id }
      beneficiaries { nodes { id } } }`;
    for (const client of [csc, other.client]) {
      const data = await client.data(query, { kept, duplicate });
      expect(data.file.pathways.nodes).toEqual([{ id: pathway, steps: { totalCount: 1 } }]);
      expect(data.file.merges).toEqual(client === csc ? [{ id, undoneAt: null }] : []);
      expect([data.led.id, data.node.id]).toEqual([kept, kept]);
      expect(JSON.stringify(data.beneficiaries)).not.toContain(duplicate);
    }
    // Registering the person again with the name of the duplicate returns the kept file.
    const again = validInput.registerBeneficiary({ lastName, firstName: 'Amine' });
    const known = await csc.run('registerBeneficiary', again, 'beneficiary { id }');
    expect(known).toMatchObject({ beneficiary: { id: kept }, userErrors: [{ code: 'ALREADY_KNOWN' }] });
    await hub.settled();
    const notified = await hub.owner(
      `select partner_id from event where topic = 'BENEFICIARY' and kind = 'MERGED' and subject = $1 order by 1`,
      [keyIn(kept)],
    );
    expect(notified.map((it) => it['partner_id']).sort()).toEqual([partner.key, other.partner.key].sort());
  });

  it('is refused while both files have an open pathway with one partner, and changes nothing', async () => {
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    for (const person of [kept, duplicate]) await openPathway(csc, person);
    const before = await everyRow(hub);
    const input = validInput.mergeBeneficiaries(kept, duplicate);
    const { merge: made, userErrors } = await csc.run('mergeBeneficiaries', input, 'merge { id }');
    expect(made).toBeNull();
    expect(userErrors).toEqual([
      { code: 'INVALID', message: expect.stringContaining('open pathway'), path: ['input', 'duplicate'] },
    ]);
    expect(await everyRow(hub)).toEqual(before);
  });

  it('is allowed only for the referent of both persons', async () => {
    const own = await registerPerson(csc);
    const foreign = await registerPerson(other.client);
    const attempt = (client: Client, kept: string, duplicate: string) =>
      refusalsOf(client, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate));
    expect(await attempt(csc, own, foreign)).toEqual(['NOT_FOUND duplicate']);
    await share(other.client, foreign, partner, 'FOLLOW_UP');
    expect(await attempt(csc, own, foreign)).toEqual(['INVALID duplicate']);
    expect(await attempt(csc, foreign, own)).toEqual(['INVALID kept']);
    expect(await attempt(csc, own, own)).toEqual(['INVALID duplicate']);
    const { id } = await merge(own, await registerPerson(csc));
    expect(await refusalsOf(other.client, 'undoMerge', { merge: id })).toEqual(['NOT_FOUND merge']);
  });

  it('takes effect once when ten concurrent commands ask for it in both directions', async () => {
    const people = [await registerPerson(csc), await registerPerson(csc)] as const;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => {
        const [kept, duplicate] = turn % 2 ? people : ([people[1], people[0]] as const);
        return csc.run('mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate), 'merge { id }');
      }),
    );
    expect(answers.filter((it) => it.merge)).toHaveLength(1);
    const codes = answers.flatMap((it) => it.userErrors.map((error: { code: string }) => error.code));
    expect(codes).toEqual(Array.from({ length: 9 }, () => 'NOT_FOUND'));
  });

  it('a row that is inserted late for the duplicate goes to the kept person', async () => {
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    const pathway = await openPathway(csc, duplicate);
    await merge(kept, duplicate);
    await hub.owner(
      `insert into step select $1, pathway_id, $2, partner_id, $3, 'OTHER', 'Late', '2025-01-01', 'SHARED'
       from (select id as pathway_id, partner_id from pathway where id = $4) p`,
      [
        randomUUID(),
        keyIn(duplicate),
        (await hub.owner<{ id: string }>('select id from member where partner_id = $1', [partner.key]))[0]
          ?.id,
        keyIn(pathway),
      ],
    );
    expect(await named(hub, duplicate)).toEqual({});
  });

  it('covers every table that refers to a person', async () => {
    const found = await places(hub);
    expect(found.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['public.pathway', 'public.sharing', 'public.referral', 'public.attendance']),
    );
    for (const { table, column } of found) {
      const [covered] = await hub.owner(
        `select exists (select from pg_policy where polrelid = $1::regclass and polname = 'merge') as policy,
          exists (select from pg_trigger where tgrelid = $1::regclass and tgname = 'merged_' || $2) as follows,
          has_column_privilege('hub_merges', $1, $2, 'update') as moves`,
        [table, column],
      );
      expect([table, column, covered]).toEqual([table, column, { policy: true, follows: true, moves: true }]);
    }
  });
});

describe('an undone merge', () => {
  it('moves back rows that were added since to rows of the duplicate, and happens once', async () => {
    const [kept, duplicate] = [await registerPerson(csc), await registerPerson(csc)];
    const pathway = await openPathway(csc, duplicate);
    const { id } = await merge(kept, duplicate);
    const step = await addStep(csc, pathway);
    const shown = 'id undoneAt kept { id } duplicate { id pathways { nodes { id } } }';
    const undone = await runCommand(csc, 'undoMerge', { merge: id }, shown);
    expect(undone).toMatchObject({
      undoneAt: expect.any(String),
      kept: { id: kept },
      duplicate: { id: duplicate, pathways: { nodes: [{ id: pathway }] } },
    });
    const [row] = await hub.owner('select beneficiary_id from step where id = $1', [keyIn(step)]);
    expect(row).toEqual({ beneficiary_id: keyIn(duplicate) });
    expect(await refusalsOf(csc, 'undoMerge', { merge: id })).toEqual(['INVALID merge']);
  });

  it('is refused until later merges of the kept person are undone', async () => {
    const [a, b, c] = [await registerPerson(csc), await registerPerson(csc), await registerPerson(csc)];
    const first = await merge(b, a);
    const second = await merge(c, b);
    expect(await refusalsOf(csc, 'undoMerge', { merge: first.id })).toEqual(['INVALID merge']);
    await runCommand(csc, 'undoMerge', { merge: second.id });
    await runCommand(csc, 'undoMerge', { merge: first.id });
    expect(await named(hub, b)).toEqual({
      'public.name_key.beneficiary_id': 3,
      'public.sharing.beneficiary_id': 1,
      'audit.subject.beneficiary_id': 1,
    });
  });
});
