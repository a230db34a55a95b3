import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';
import { uniqueName } from '../kit/unique.js';

const hub = testHub();
let csc: Client;
let other: { partner: SeededPartner; client: Client };

beforeAll(async () => {
  ({ client: csc } = await hub.town.caseworker());
  other = await hub.town.caseworker();
});

const twins = async () => {
  const lastName = uniqueName();
  return [
    await registerPerson(csc, { lastName, firstName: 'Amina' }),
    await registerPerson(csc, { lastName, firstName: 'Amine' }),
  ] as const;
};
const suspectedOf = async (client: Client, id: string): Promise<string[]> => {
  const query = 'query ($id: ID!) { beneficiary(id: $id) { suspectedDuplicates { id } } }';
  const { beneficiary } = await client.data(query, { id });
  return beneficiary.suspectedDuplicates.map((it: { id: string }) => it.id);
};
const declare = async (client: Client, one: string, two: string): Promise<string> =>
  (await runCommand(client, 'declareDistinct', validInput.declareDistinct(one, two))).id;
const share = (person: string) =>
  runCommand(csc, 'recordSharingAgreement', validInput.recordSharingAgreement(person, other.partner));

describe('suspected duplicates with the same name and similar birth dates', () => {
  it.each([
    ['1990-04-03', '1990-03-04', true],
    ['1990-12-05', '1990-05-12', true],
    ['1990-05-12', '1991-05-12', true],
    ['1999-05-12', '2000-05-12', true],
    ['1990-05-12', '1990-05-13', true],
    ['1990-05-12', '1990-05-23', false],
    ['1990-05-12', '1992-05-12', true],
    ['1990-05-12', '1979-05-12', false],
  ])('%s and %s: suspected %s', async (birthDate, mistaken, suspected) => {
    const lastName = uniqueName();
    const first = await registerPerson(csc, { lastName, birthDate });
    const second = await registerPerson(csc, { lastName, birthDate: mistaken });
    expect(await suspectedOf(csc, first)).toEqual(suspected ? [second] : []);
    expect(await suspectedOf(csc, second)).toEqual(suspected ? [first] : []);
  });
});

describe('two files that were declared distinct', () => {
  it('are not suggested as duplicates to any partner until the declaration is retracted', async () => {
    const [one, two] = await twins();
    await share(one);
    await share(two);
    expect(await suspectedOf(csc, one)).toEqual([two]);
    const distinction = await declare(other.client, one, two);
    for (const client of [csc, other.client]) {
      expect([await suspectedOf(client, one), await suspectedOf(client, two)]).toEqual([[], []]);
    }
    const query =
      'query ($id: ID!) { beneficiary(id: $id) { distinctions { id one { id } other { id } partner { id } } } }';
    expect((await csc.data(query, { id: two })).beneficiary.distinctions).toEqual([
      { id: distinction, one: { id: one }, other: { id: two }, partner: { id: other.partner.id } },
    ]);
    expect(await refusalsOf(csc, 'declareDistinct', validInput.declareDistinct(two, one))).toEqual([
      'INVALID other',
    ]);
    // The referent of both may retract the declaration of another partner.
    await runCommand(csc, 'retractDistinct', { distinction });
    expect(await suspectedOf(other.client, one)).toEqual([two]);
    expect(await refusalsOf(csc, 'retractDistinct', { distinction })).toEqual(['INVALID distinction']);
  });

  it('can be declared only by a partner that sees both, and are hidden from others', async () => {
    const [one, two] = await twins();
    await share(one);
    const input = validInput.declareDistinct(one, two);
    expect(await refusalsOf(other.client, 'declareDistinct', input)).toEqual(['NOT_FOUND other']);
    const distinction = await declare(csc, one, two);
    expect(await refusalsOf(other.client, 'retractDistinct', { distinction })).toEqual([
      'NOT_FOUND distinction',
    ]);
    await share(two);
    expect(await refusalsOf(other.client, 'retractDistinct', { distinction })).toEqual([
      'INVALID distinction',
    ]);
    expect(await refusalsOf(csc, 'declareDistinct', validInput.declareDistinct(one, one))).toEqual([
      'INVALID other',
    ]);
  });

  it('cannot be merged before the declaration is retracted', async () => {
    const [one, two] = await twins();
    const distinction = await declare(csc, one, two);
    const payload = await csc.run(
      'mergeBeneficiaries',
      validInput.mergeBeneficiaries(one, two),
      'merge { id }',
    );
    expect(payload.userErrors).toEqual([
      { code: 'INVALID', message: expect.stringContaining('two persons'), path: ['input', 'duplicate'] },
    ]);
    await runCommand(csc, 'retractDistinct', { distinction });
    await runCommand(csc, 'mergeBeneficiaries', validInput.mergeBeneficiaries(one, two));
  });

  it('stay distinct when one of them is merged with a third file, also when both were declared', async () => {
    const [one, two] = await twins();
    const third = await registerPerson(csc);
    await declare(csc, one, two);
    await declare(csc, third, two);
    const { id } = await runCommand(csc, 'mergeBeneficiaries', validInput.mergeBeneficiaries(third, one));
    expect(await refusalsOf(csc, 'mergeBeneficiaries', validInput.mergeBeneficiaries(two, third))).toEqual([
      'INVALID duplicate',
    ]);
    await runCommand(csc, 'undoMerge', { merge: id });
    expect(await suspectedOf(csc, one)).toEqual([]);
  });
});
