import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { registerPerson } from '../kit/town.js';
import { uniqueName } from '../kit/unique.js';

/**
 * Declares the tests of the search for persons, with this number of random persons. A search reads the keys of a partner with few sharings person by person, and those of others by
 * their first letters.
 */
export const testSearch = (persons: number) =>
  describe.each([
    ['few', 0],
    ['many', 600],
  ])('a search for persons by name, of a partner with %s sharings', (_, sharings) => {
    const hub = testHub();
    let csc: Client;
    beforeAll(async () => {
      ({ client: csc } = await hub.town.caseworker());
      const person = await registerPerson(csc);
      await hub.owner(
        `insert into sharing (id, beneficiary_id, partner_id, scope, basis, since, granted_by_id, recorded_by_id)
       select gen_random_uuid(), beneficiary_id, partner_id, scope, 'AGREEMENT', since, granted_by_id, recorded_by_id
       from sharing, generate_series(1, $2::int) where beneficiary_id = $1`,
        [person.slice('beneficiary_'.length), sharings],
      );
    });

    const found = async (search: string, client = csc): Promise<string[]> => {
      const query =
        'query ($search: String) { beneficiaries(first: 100, filter: {search: $search}) { nodes { id } } }';
      const { beneficiaries } = await client.data(query, { search });
      return beneficiaries.nodes.map((it: { id: string }) => it.id);
    };

    it.each([
      [
        'Alonso',
        'Quichotte de la Mancha',
        ['mancha', 'de la mancha', 'quichotte mancha', 'alonso quich', 'Mancha A'],
      ],
      ['Awa', 'N’Diaye', ['ndiaye', 'n diaye', 'N’DIAYE', "n'diaye", 'diaye', 'ndiaye awa']],
      ['Jean-Pierre', 'Léger', ['jeanpierre', 'jean pierre', 'pierre', 'jean-pierre leger', 'legerjean']],
      ['Mariejeanne', 'Le Goff', ['marie jeanne', 'marie-jeanne le goff', 'legoff', 'goff mariejeanne']],
      ['Marie', 'de la Marière', ['marie mari', 'm ma mar marie', 'la la de marie', 'marie de la mar']],
      ['Lœtitia', 'D’Œuvre', ['loetitia', 'doeuvre', "d'oeuvre", 'oeuvre']],
    ])('finds %s %s by %j', async (firstName, lastName, searches) => {
      const id = await registerPerson(csc, { firstName, lastName });
      for (const search of searches)
        expect([search, await found(search)]).toEqual([search, expect.arrayContaining([id])]);
    });

    it.each([
      ['a wrong letter', ['tchernigovskb', 'xchernigovska', 'tchernigofska', 'anastasia tchernigofska']],
      ['a missing letter', ['tchrnigovska', 'chernigovska', 'tchernigovka']],
      ['a letter too many', ['tcherrnigovska', 'ttchernigovska', 'tchernigovskaa anastasia']],
      ['two letters swapped', ['tchernigvoska', 'ctherni', 'anastasai']],
    ])('finds a name in spite of %s: %j', async (what, searches) => {
      const birthDate = `1990-05-${what.length}`;
      const id = await registerPerson(csc, { firstName: 'Anastasia', lastName: 'Tchernigovska', birthDate });
      for (const search of searches)
        expect([search, await found(search)]).toEqual([search, expect.arrayContaining([id])]);
      for (const search of ['tchnerigvoska', 'tche zorro', 'xche', 'tchernigofka'])
        expect([search, await found(search)]).not.toEqual([search, expect.arrayContaining([id])]);
    });

    it('tolerates a typing error only if nobody whom the viewer sees matches exactly', async () => {
      const near = await registerPerson(csc, { firstName: 'Zoé', lastName: 'Bontempx' });
      expect(await found('bontempy')).toEqual([near]);
      const { client: other } = await hub.town.caseworker();
      await registerPerson(other, { firstName: 'Zoé', lastName: 'Bontempy', birthDate: '1991-02-03' });
      expect(await found('bontempy')).toEqual([near]);
      const exact = await registerPerson(csc, { firstName: 'Zoé', lastName: 'Bontempy' });
      expect(await found('bontempy')).toEqual([exact]);
      const count =
        'query ($search: String) { beneficiaries(filter: {search: $search}, orderBy: NEWEST) { totalCount } }';
      expect((await csc.data(count, { search: 'bontempz' })).beneficiaries.totalCount).toBe(2);
    });

    it.each(['anchatte', 'quichotte zorro', 'manchadela', '%', '_', ' ', '’'])(
      '%j finds no Quichotte',
      async (search) => {
        const id = await registerPerson(csc, {
          firstName: 'Alonso',
          lastName: `Quichotte de la Mancha ${uniqueName()}`,
        });
        expect(await found(search)).not.toContain(id);
      },
    );

    it('finds only persons who are shared with the viewer’s partner', async () => {
      await registerPerson(csc, { firstName: 'Zébulon', lastName: 'Quelconque' });
      const { client: stranger } = await hub.town.caseworker();
      expect(await found('quelconque', stranger)).toEqual([]);
      expect(await found('zebulon quelconque', stranger)).toEqual([]);
    });

    it('does not find a person by a former name, and finds a kept person by the name of the duplicate', async () => {
      const kept = await registerPerson(csc, { firstName: 'Odile', lastName: 'Avantageux' });
      const duplicate = await registerPerson(csc, { firstName: 'Odile', lastName: 'Toutautre' });
      const input = validInput.mergeBeneficiaries(kept, duplicate);
      const { merge } = await csc.run('mergeBeneficiaries', input, 'merge { id }');
      expect(await found('toutautre')).toEqual([kept]);
      const rename = `update beneficiary set sort_name = 'desormais odile', call_name = 'odile desormais' where id = $1`;
      await hub.owner(rename, [kept.slice('beneficiary_'.length)]);
      expect(await found('avantageux')).toEqual([]);
      expect(await found('desormais')).toEqual([kept]);
      expect(await found('toutautre')).toEqual([kept]);
      await csc.run('undoMerge', { merge: merge.id }, 'merge { id }');
      expect(await found('toutautre')).toEqual([duplicate]);
    });

    it('has its pages in the order of names, forwards and backwards, with the former name’s place given up', async () => {
      const names = [
        'Un Paginé',
        'Deux Paginé',
        'Paginé Avant',
        'Trois De Paginé',
        'Quatre Paginé',
        'Pagi Après',
      ];
      const ids = new Map<string, string>();
      for (const name of names) {
        const [firstName = '', ...last] = name.split(' ');
        ids.set(await registerPerson(csc, { firstName, lastName: last.join(' ') }), name);
      }
      const listed = async () => {
        const pages: string[][] = [];
        for (let after: string | null = null; ; ) {
          const { beneficiaries } = await csc.data(
            `query ($after: String) { beneficiaries(first: 2, after: $after, filter: { search: "pagi" }) {
             totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
          expect(beneficiaries.totalCount).toBe(names.length);
          pages.push(beneficiaries.nodes.map(({ id }: { id: string }) => ids.get(id)));
          if (!beneficiaries.pageInfo.hasNextPage) return pages.flat();
          after = beneficiaries.pageInfo.endCursor;
        }
      };
      const order = [
        'Pagi Après',
        'Paginé Avant',
        'Trois De Paginé',
        'Deux Paginé',
        'Quatre Paginé',
        'Un Paginé',
      ];
      expect(await listed()).toEqual(order);
      const { beneficiaries } = await csc.data(
        '{ beneficiaries(last: 4, filter: { search: "pagi" }) { nodes { id } } }',
      );
      expect(beneficiaries.nodes.map(({ id }: { id: string }) => ids.get(id))).toEqual(order.slice(-4));
      const last = [...ids].find(([, name]) => name === 'Un Paginé')?.[0] ?? '';
      await hub.owner(
        `update beneficiary set sort_name = 'abord pagine un', call_name = 'un abord pagine' where id = $1`,
        [last.slice('beneficiary_'.length)],
      );
      expect(await listed()).toEqual(['Un Paginé', ...order.slice(0, -1)]);
    });

    it('finds a person by every spelling that registerBeneficiary answers with ALREADY_KNOWN', async () => {
      const { random } = randomFrom('SEARCH_SEED');
      const parts = [
        'jean',
        'pierre',
        'marie',
        'el',
        'de',
        'la',
        'n',
        'diaye',
        'léon',
        'œuf',
        'ben',
        'ça',
        'd',
        'ñu',
      ];
      const joints = [' ', '-', '’', "'", '', '  ', '\u2019 '];
      const pick = <Item>(items: readonly Item[]): Item => items[random.below(items.length)] as Item;
      const spelled = (words: readonly string[]) => {
        const text = words.map((word, at) => (at ? pick(joints) : '') + word).join('');
        return pick([
          text,
          text.toUpperCase(),
          text.normalize('NFD'),
          text.normalize('NFD').replace(/\p{M}/gu, ''),
        ]);
      };
      for (let round = 0; round < persons; round++) {
        const words = () => Array.from({ length: 1 + random.below(4) }, () => pick(parts));
        const names = { first: words(), last: words() };
        const respelled = () => ({ firstName: spelled(names.first), lastName: spelled(names.last) });
        const birthDate = `19${50 + round}-0${1 + random.below(9)}-11`;
        const id = await registerPerson(csc, { ...respelled(), birthDate });
        const again = validInput.registerBeneficiary({ ...respelled(), birthDate });
        const answer = await csc.run('registerBeneficiary', again, 'beneficiary { id }');
        expect(answer).toMatchObject({ beneficiary: { id }, userErrors: [{ code: 'ALREADY_KNOWN' }] });
        const { firstName, lastName } = again as unknown as Record<string, string>;
        for (const search of [`${firstName} ${lastName}`, `${lastName} ${firstName}`, firstName, lastName])
          expect([search, await found(search as string)]).toEqual([search, expect.arrayContaining([id])]);
      }
    });
  });
