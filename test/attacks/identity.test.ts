import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isInputObjectType, isNonNullType } from 'graphql';
import { Client, type Data } from '../kit/client.js';
import { commandInputs } from '../kit/command-inputs.js';
import { commandNames, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { RawSocket } from '../kit/raw-socket.js';
import { schema } from '../kit/schema.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { answerTo, codesOf } from './harmless.js';

/*
 * A signed-in member uses objects of another partner, or claims another identity: by ids, cursors, unknown input
 * fields and headers. The answer contains only the member's own data, or is the same as for an unknown object.
 */

describe('access to objects of another partner', () => {
  const hub = testHub();
  let inside: FullFixture;
  let mallory: { partner: SeededPartner; client: Client };
  let own: string;
  const uuidOf = (id = '') => id.slice(id.indexOf('_') + 1);

  beforeAll(async () => {
    inside = await fullFixture(hub.town);
    mallory = await hub.town.caseworker();
    own = await registerPerson(mallory.client);
  });
  afterEach(async () => {
    const { beneficiaries } = await mallory.client.data('{ beneficiaries { nodes { id } } }');
    expect(beneficiaries.nodes).toContainEqual({ id: own });
  });

  describe('by ids', () => {
    const query = `query ($id: ID!, $ids: [ID!]!) {
      node(id: $id) { __typename id } nodes(ids: $ids) { __typename id }
      beneficiary(id: $id) { lastName } referral(id: $id) { purpose }
    }`;
    const nothing = { node: null, nodes: [null, null], beneficiary: null, referral: null };
    const read = (client: Client, id: string) => client.data(query, { id, ids: [id, id] });

    it('of every type: another partner’s object gets the same answer as an unknown id', async () => {
      const ids = Object.values(inside.ids).flat();
      const strange = ids.map((id) => `${id.slice(0, id.indexOf('_'))}_${randomUUID()}`);
      for (const them of [ids, strange]) {
        const { nodes } = await mallory.client.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
          ids: them,
        });
        expect(nodes).toEqual(them.map(() => null));
      }
      for (const [type, [id]] of Object.entries(inside.ids)) {
        expect([type, await read(mallory.client, id as string)]).toEqual([type, nothing]);
      }
    });

    it('with the prefix of another type: the object is not found, not even by its own partner', async () => {
      const prefixes = [...Object.keys(inside.ids), ...Object.keys(inside.visibleToAll), 'Partner'].map(
        (type) => `${type.charAt(0).toLowerCase()}${type.slice(1)}`,
      );
      const keys = Object.entries(inside.ids).map(([type, [id]]) => [type, uuidOf(id)] as const);
      for (const [type, key] of keys) {
        const ids = [...prefixes, 'viewer', 'query', 'node', 'event', 'session', 'constructor', 'a']
          .filter((prefix) => prefix.toLowerCase() !== type.toLowerCase())
          .map((prefix) => `${prefix}_${key}`);
        const { nodes } = await inside.referent.client.data(
          'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
          { ids },
        );
        expect([type, nodes]).toEqual([type, ids.map(() => null)]);
      }
    });

    it.each<[string, (uuid: string) => string]>([
      ['in capitals', (uuid) => `beneficiary_${uuid.toUpperCase()}`],
      ['in braces', (uuid) => `beneficiary_{${uuid}}`],
      ['without hyphens', (uuid) => `beneficiary_${uuid.replaceAll('-', '')}`],
      ['of a type in capitals', (uuid) => `Beneficiary_${uuid}`],
      ['without a type', (uuid) => uuid],
      ['with a space', (uuid) => ` beneficiary_${uuid}`],
      ['with a line break', (uuid) => `beneficiary_${uuid}\n`],
      ['twice', (uuid) => `beneficiary_${uuid}beneficiary_${uuid}`],
      ['with a path', (uuid) => `beneficiary_../beneficiary_${uuid}`],
      ['in base64', (uuid) => Buffer.from(`Beneficiary:${uuid}`).toString('base64')],
      ['as a pattern', (uuid) => `beneficiary_${uuid.slice(0, -1)}%`],
      ['with full-width digits', (uuid) => `beneficiary_${uuid.replace(/\d/, '１')}`],
      ['as an empty text', () => ''],
    ])('written %s: refused, also for the object’s own partner', async (_, write) => {
      const id = write(uuidOf(inside.ids.Beneficiary[0]));
      const answer = await answerTo(inside.referent.client, { query, variables: { id, ids: [id] } });
      expect([answer.data?.beneficiary ?? null, codesOf(answer)]).toEqual([null, ['BAD_USER_INPUT']]);
    });

    it('and by another partner’s idempotency key: the command is carried out for the viewer', async () => {
      const key = { idempotencyKey: randomUUID() };
      const theirs = await registerPerson(inside.referent.client, key);
      const mine = await registerPerson(mallory.client, key);
      expect(mine).not.toBe(theirs);
      const { partner } = inside.other;
      const again = validInput.sendReferral(theirs, partner, key);
      const referral = await runCommand(inside.referent.client, 'sendReferral', again);
      const { userErrors, ...shown } = await mallory.client.run('sendReferral', again, 'referral { id }');
      expect([shown, userErrors[0].code]).toEqual([{ referral: null }, 'NOT_FOUND']);
      expect(referral.id).toMatch(/^referral_/);
    });
  });

  describe('by cursors', () => {
    const lists = {
      beneficiaries: 'query ($c: String) { it: beneficiaries(after: $c) { edges { cursor node { id } } } }',
      newest:
        'query ($c: String) { it: beneficiaries(orderBy: NEWEST, after: $c) { edges { cursor node { id } } } }',
      pathways: 'query ($c: String) { it: pathways(after: $c) { edges { cursor node { id } } } }',
      referrals:
        'query ($c: String) { it: referrals(box: OUTBOX, after: $c) { edges { cursor node { id } } } }',
      referralEvents:
        'query ($c: String) { it: referralEvents(after: $c) { edges { cursor node { id: cursor } } } }',
      sharingEvents:
        'query ($c: String) { it: sharingEvents(after: $c) { edges { cursor node { id: cursor } } } }',
    };
    type List = keyof typeof lists;
    const page = async (client: Client, list: List, c?: string): Promise<Data[]> =>
      (await client.data(lists[list], { c })).it.edges;
    const theirs = new Map<List, string[]>();
    const cursors = (list: List) => theirs.get(list) as string[];
    const parts = (cursor = '') => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const codes = async (list: List, c: string, client = mallory.client) =>
      codesOf(await answerTo(client, { query: lists[list], variables: { c } }));

    beforeAll(async () => {
      await sendReferral(mallory.client, own, inside.other.partner);
      await hub.settled();
      for (const list of Object.keys(lists) as List[]) {
        const edges = await page(inside.referent.client, list);
        theirs.set(
          list,
          edges.map((it) => it.cursor),
        );
      }
    });

    it.each(Object.keys(lists) as List[])('of another list: %s refuses them', async (list) => {
      for (const other of Object.keys(lists) as List[]) {
        // All lists of events share one table and one order, so their cursors are interchangeable.
        const same = other === list || (/Events$/.test(other) && /Events$/.test(list));
        const [cursor = ''] = cursors(other);
        expect([other, await codes(list, cursor, inside.referent.client)]).toEqual([
          other,
          same ? [] : ['BAD_USER_INPUT'],
        ]);
      }
    });

    it.each(Object.keys(lists) as List[])(
      'of another partner: %s returns only the viewer’s own objects',
      async (list) => {
        const mine = (await page(mallory.client, list)).map((it) => it.node.id);
        for (const cursor of cursors(list)) {
          const shown = (await page(mallory.client, list, cursor)).map((it) => it.node.id);
          expect(mine).toEqual(expect.arrayContaining(shown));
          expect(await page(mallory.client, list, cursor)).toHaveLength(shown.length);
        }
      },
    );

    it.each<[string, (of: string[]) => unknown]>([
      ['SQL for a key', (of) => [...of.slice(0, -1), "' or true --"]],
      ['SQL for a name', (of) => ["' or true --", ...of.slice(1)]],
      ['an additional key', (of) => [...of, 'x']],
      ['a missing key', (of) => of.slice(0, -1)],
      ['no key', () => []],
      ['a number for a key', (of) => [...of.slice(0, -1), 1]],
      ['null for a key', (of) => [...of.slice(0, -1), null]],
      ['a list for a key', (of) => [...of.slice(0, -1), [of.at(-1)]]],
      ['a key in capitals', (of) => [...of.slice(0, -1), of.at(-1)?.toUpperCase()]],
      ['a key with NUL', (of) => [...of.slice(0, -1), '\0']],
      ['an epoch with NUL', ([name, , ...keys]) => [name, '\0', ...keys]],
      ['an epoch that is not a string', ([name, , ...keys]) => [name, {}, ...keys]],
      ['an object', (of) => ({ ...of, length: of.length })],
      ['a prototype', () => JSON.parse('{"__proto__":["EVENT"]}')],
      ['a text', (of) => of.join()],
      ['null', () => null],
      ['a very long cursor', (of) => [...of, 'x'.repeat(20_000)]],
    ])('that were changed: %s is refused', async (_, tamper) => {
      for (const list of Object.keys(lists) as List[]) {
        const [cursor] = cursors(list);
        expect([list, await codes(list, encoded(tamper(parts(cursor))))]).toEqual([list, ['BAD_USER_INPUT']]);
      }
    });

    it.each(['', ' ', '=', '../..', 'null', 'W10', '\u0000', 'é', 'x'.repeat(20_000)])(
      'that are invalid: %j is refused',
      async (cursor) => {
        for (const list of Object.keys(lists) as List[]) {
          expect([list, await codes(list, cursor)]).toEqual([list, ['BAD_USER_INPUT']]);
        }
      },
    );

    it('beyond the last row: the page is empty', async () => {
      const [name, epoch] = parts(cursors('referralEvents')[0]);
      const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
      for (const xid of ['9223372036854775807', '9999999999999999999']) {
        const cursor = encoded([name, epoch, xid, last]);
        expect(await page(mallory.client, 'referralEvents', cursor)).toEqual([]);
      }
    });

    it.each(['', 'another', '0', "' or true --", '\ud800', '7'.repeat(30)])(
      'from before a restore of the database (epoch %j): every list of events answers CURSOR_EXPIRED, over WebSocket too',
      async (epoch) => {
        const [name, , ...keys] = parts(cursors('referralEvents')[0]);
        const cursor = encoded([name, epoch, ...keys]);
        const socket = await RawSocket.signedIn(hub.url, mallory.client.token);
        for (const list of ['referralEvents', 'sharingEvents', 'linkEvents', 'clauseEvents']) {
          const query = `query ($c: String) { ${list}(after: $c) { nodes { cursor } } }`;
          const answer = await answerTo(mallory.client, { query, variables: { c: cursor } });
          expect([list, codesOf(answer)]).toEqual([list, ['CURSOR_EXPIRED']]);
          socket.subscribe(list, `subscription ($c: String) { ${list}(after: $c) { cursor } }`, {
            c: cursor,
          });
          expect(codesOf({ errors: await socket.errorsOf(list) })).toEqual(['CURSOR_EXPIRED']);
        }
        socket.close();
      },
    );

    it('of another partner, over WebSocket: only the viewer’s own events are delivered', async () => {
      const [first = ''] = cursors('referralEvents');
      const listening = await mallory.client.subscribe('kind cursor', first);
      const mine = (await page(mallory.client, 'referralEvents', first)).map((it) => it.node.id);
      for (const cursor of mine) expect((await listening.next()).cursor).toBe(cursor);
      await sendReferral(mallory.client, own, inside.other.partner);
      const { cursor } = await listening.next();
      await listening.stop();
      expect((await page(mallory.client, 'referralEvents', mine.at(-1))).map((it) => it.cursor)).toEqual([
        cursor,
      ]);
    });
  });

  describe('by unknown input fields', () => {
    const injectedFields = [
      'id',
      'partnerId',
      'partner_id',
      'referent',
      'author',
      'createdBy',
      'recordedBy',
      'grantedBy',
      'createdAt',
      'fingerprint',
      'basis',
      'endedAt',
      'verifiedAt',
      'mergedInto',
      'subject_',
      'isAdmin',
    ];

    let before: Record<string, number>;
    beforeAll(async () => {
      before = await rowCounts(hub);
    });

    it.each(commandNames)('%s refuses them', async (command) => {
      const argument = schema.getMutationType()?.getFields()[command]?.args[0];
      const type = argument && isNonNullType(argument.type) ? argument.type.ofType : undefined;
      if (!isInputObjectType(type)) throw new Error(`${command} takes no input`);
      const known = new Set(Object.keys(type.getFields()));
      const unknown = injectedFields.filter((it) => !known.has(it));
      const forged = Object.fromEntries(unknown.map((field) => [field, inside.referent.partner.id]));
      const input = { ...commandInputs(inside, inside.other.partner)[command], ...forged };
      const query = `mutation ($input: ${type.name}!) { ${command}(input: $input) { userErrors { code } } }`;
      const answer = await answerTo(inside.referent.client, { query, variables: { input } });
      expect([answer.data, codesOf(answer)]).toEqual([undefined, ['BAD_USER_INPUT']]);
      expect(answer.errors).toHaveLength(unknown.length);
    });

    it('no rows were written', async () => expect(rowCountChanges(before, await rowCounts(hub))).toEqual({}));
  });

  describe('by claiming another identity', () => {
    const query = '{ viewer { role partner { slug } } beneficiaries { nodes { id } } }';
    let self: Data;
    beforeAll(async () => {
      self = await mallory.client.data(query);
      expect(self.viewer).toEqual({ role: 'CASEWORKER', partner: { slug: mallory.partner.slug } });
    });
    const claims = () => ({
      role: 'COMMITTEE_MEMBER',
      partnerId: inside.referent.partner.key,
      memberId: inside.referent.member.key,
      subject: inside.referent.member.email,
      viewer: { role: 'COORDINATOR' },
      mayWrite: true,
    });

    it.each(['x-role', 'x-member-id', 'x-hub-member', 'x-user', 'x-remote-user', 'x-original-url'])(
      'the header %s is ignored',
      async (name) => {
        for (const value of Object.values(claims()).map(String)) {
          expect((await answerTo(mallory.client, { query }, { [name]: value })).data).toEqual(self);
        }
      },
    );

    const others = (): [string, unknown][] => [
      ['another’s', inside.referent.partner.slug],
      ['its key', inside.referent.partner.key],
      ['a list', [mallory.partner.slug, inside.referent.partner.slug]],
      ['an object', { slug: inside.referent.partner.slug }],
      ['SQL', "' or true --"],
      ['a pattern', '%'],
      ['true', true],
    ];

    it('another partner in x-hub-partner or connectionParams is refused', async () => {
      for (const [name, partner] of others()) {
        const response = await mallory.client.post({ query }, { 'x-hub-partner': String(partner) });
        expect([name, response.status, codesOf(await response.json())]).toEqual([
          name,
          401,
          ['UNAUTHENTICATED'],
        ]);
        const socket = await RawSocket.open(hub.url);
        const payload = { authorization: `Bearer ${mallory.client.token}`, partner };
        socket.send({ type: 'connection_init', payload });
        expect([name, await socket.closed]).toEqual([name, 4403]);
      }
    });

    it('a role that the member does not have is refused in x-hub-role and connectionParams', async () => {
      for (const role of ['COORDINATOR', 'PARTNER_ADMINISTRATOR', 'caseworker', "' or true --"]) {
        const response = await mallory.client.post({ query }, { 'x-hub-role': role });
        expect([role, response.status]).toEqual([role, 401]);
      }
      for (const role of ['COORDINATOR', 'caseworker', ['CASEWORKER'], {}, true]) {
        const socket = await RawSocket.open(hub.url);
        const payload = { authorization: `Bearer ${mallory.client.token}`, role };
        socket.send({ type: 'connection_init', payload });
        expect([role, await socket.closed]).toEqual([role, 4403]);
      }
    });

    it('other claims in connectionParams or next to an operation are ignored', async () => {
      const socket = await RawSocket.open(hub.url);
      const authorization = `Bearer ${mallory.client.token}`;
      const { role: _, ...others } = claims();
      socket.send({ type: 'connection_init', payload: { ...others, authorization, headers: claims() } });
      await socket.message((it) => it.type === 'connection_ack');
      socket.send({
        id: '1',
        type: 'subscribe',
        payload: { query, extensions: claims(), variables: claims(), ...claims() },
      });
      const { payload } = await socket.message((it) => it.id === '1' && it.type === 'next');
      expect(payload.data).toEqual(self);
      socket.close();
    });

    it('two tokens in one header are refused; a token in the address or in a cookie is ignored', async () => {
      const theirs = inside.referent.client.token;
      const cookie = `authorization=Bearer ${theirs}; token=${theirs}; __Host-hub=${theirs}`;
      expect((await answerTo(mallory.client, { query }, { cookie })).data).toEqual(self);
      const both = `Bearer ${mallory.client.token}, Bearer ${theirs}`;
      const refused = await mallory.client.post({ query }, { authorization: both });
      expect(refused.status).toBe(401);
      const address = `${hub.url}/graphql?access_token=${theirs}&token=${theirs}&query=${encodeURIComponent(query)}`;
      const named = await fetch(address, { headers: { 'content-type': 'application/json', cookie } });
      expect(named.status).toBe(401);
      expect(await new Client(hub.url, '').post({ query }).then((it) => it.status)).toBe(401);
    });
  });
});
