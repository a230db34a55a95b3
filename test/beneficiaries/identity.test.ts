import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  callNameOf,
  fingerprint,
  normalizeName,
  sortNameOf,
} from '../../src/features/beneficiaries/identity.js';

const secret = 'a secret';
const seed = Math.trunc(Math.random() * 2 ** 31);
console.log(`fast-check seed of identity.test.ts: ${seed}`);

const letters = [...'abcdefghijklmnopqrstuvwxyzàâäåãáçčéèêëęîïíıñńôöóõøœæłšşßùûüúÿýž'];
const word = fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 8 }).map((it) => it.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 3 });
const birthDate = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2015-12-31'), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));
const typing = fc.record({
  form: fc.constantFrom('NFC', 'NFD'),
  letterCase: fc.constantFrom('toLowerCase', 'toUpperCase'),
  joint: fc.constantFrom(' ', '-', '’', "'", '  ', ' - ', '', '\u00a0', 'ʼ'),
});

type Typing = typeof typing extends fc.Arbitrary<infer Value> ? Value : never;
const typed = (words: readonly string[], { form, letterCase, joint }: Typing) =>
  words.join(joint)[letterCase]().normalize(form);

describe('normalizeName', () => {
  it.each([
    ['Éloïse', 'eloise'],
    ['  Jean--Marc ', 'jean marc'],
    ['N’Diaye', 'n diaye'],
    ["D'ALMEIDA", 'd almeida'],
    ['Lœtitia Strauß', 'loetitia strauss'],
    ['Yıldız', 'yildiz'],
    ['İnci', 'inci'],
    ['Søren Łukasz', 'soren lukasz'],
    ['ﬁona', 'fiona'],
    ['Zo\u00adé', 'zoe'],
    ['Оксана', 'оксана'],
    ['O. K. 2', 'o k 2'],
    ['!?', ''],
  ])('"%s" becomes "%s"', (text, expected) => {
    expect(normalizeName(text)).toBe(expected);
  });

  it('is idempotent, and returns only letters, digits and single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const normal = normalizeName(text);
        expect(normalizeName(normal)).toBe(normal);
        expect(normal).toMatch(/^([0-9\p{L}\p{M}]+( [0-9\p{L}\p{M}]+)*)?$/u);
      }),
      { seed },
    );
  });

  it('sortNameOf starts with the last name, callNameOf starts with the first name', () => {
    const person = { firstName: 'Anne-Sophie', lastName: 'Évrard' };
    expect(sortNameOf(person)).toBe('evrard anne sophie');
    expect(callNameOf(person)).toBe('anne sophie evrard');
  });
});

describe('fingerprint', () => {
  it('is equal for all spellings of the same name', () => {
    fc.assert(
      fc.property(name, name, birthDate, typing, typing, (first, last, date, one, other) => {
        const print = (how: Typing) =>
          fingerprint(secret, { firstName: typed(first, how), lastName: typed(last, how), birthDate: date });
        expect(print(one)).toBe(print(other));
      }),
      { seed },
    );
  });

  it('differs when the first name, the last name or the birth date differs', () => {
    const person = fc.record({ first: name, last: name, birthDate });
    const plain = (words: readonly string[]) => normalizeName(words.join(' ')).replaceAll(' ', '');
    fc.assert(
      fc.property(person, person, (one, other) => {
        const same =
          plain(one.first) === plain(other.first) &&
          plain(one.last) === plain(other.last) &&
          one.birthDate === other.birthDate;
        const [print, otherPrint] = [one, other].map(({ first, last, birthDate }) =>
          fingerprint(secret, { firstName: first.join(' '), lastName: last.join(' '), birthDate }),
        );
        expect(print === otherPrint).toBe(same);
      }),
      { seed },
    );
    const print = (firstName: string, lastName: string, birthDate = '2001-02-03') =>
      fingerprint(secret, { firstName, lastName, birthDate });
    expect(print('Marie', 'Ange Duval')).not.toBe(print('Marie Ange', 'Duval'));
    expect(print('Marie', 'Duval')).not.toBe(print('Duval', 'Marie'));
    expect(print('Marie', 'Duval')).not.toBe(print('Marie', 'Duval', '2001-02-04'));
  });

  it('depends on the secret', () => {
    const person = { firstName: 'Nora', lastName: 'Duval', birthDate: '2001-02-03' };
    expect(fingerprint('one', person)).not.toBe(fingerprint('two', person));
    expect(fingerprint('one', person)).toMatch(/^[\w-]{43}$/);
  });
});
