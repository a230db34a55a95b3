import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Cell, csv } from '../../src/features/committee/export/csv.js';
import { randomFrom } from '../kit/random.js';

/** The line of one row, without the byte order mark and the line end. */
const line = (cells: readonly Cell[], language: 'fr' | 'en' = 'fr') =>
  csv([cells], language).slice(1).replace(/\r\n$/, '');

/** Parses CSV by RFC 4180, with semicolons, as a spreadsheet does. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n)/y;
  field.lastIndex = 1;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error(`not CSV: ${JSON.stringify(text)}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('CSV', () => {
  it('starts with the UTF-8 byte order mark, separates cells by semicolons and ends lines with CRLF', () => {
    expect(
      csv(
        [
          ['Âge', 'Personnes'],
          ['26 à 44 ans', 12],
        ],
        'fr',
      ),
    ).toBe('\uFEFFÂge;Personnes\r\n26 à 44 ans;12\r\n');
    expect(Buffer.from(csv([], 'fr'))).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('writes numbers with a decimal comma in French and a decimal point in English, without grouping', () => {
    const numbers = [49_051, 0.83, -1234.5, 0, 1e21, 0.1 + 0.2];
    expect(line(numbers)).toBe('49051;0,83;-1234,5;0;1000000000000000000000;0,3');
    expect(line(numbers, 'en')).toBe('49051;0.83;-1234.5;0;1000000000000000000000;0.3');
    expect(line([null, 'x', null])).toBe(';x;');
  });

  it('doubles quotes, and quotes texts with separators, line ends or outer blanks', () => {
    expect(line(['a;b', 'say "yes"', 'two\nlines', ' blank', 'a,b'])).toBe(
      '"a;b";"say ""yes""";"two\nlines";" blank";a,b',
    );
  });

  it.each([
    '=1+1',
    '+33 1 42',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\n=1',
    "  =cmd|' /C calc'!A0",
    '\u00a0=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
  ])('escapes %j, so that it is not a formula', (text) => {
    expect(read(csv([[text]], 'fr'))).toEqual([[`'${text}`]]);
  });

  it('does not change other texts', () => {
    for (const text of ['a=b', 'l’été', '26-44', "'quoted", '', '🙂']) {
      expect(read(csv([[text, 'end']], 'fr'))).toEqual([[text, 'end']]);
    }
  });

  it('round-trips every cell, and no text starts a formula', () => {
    const { seed } = randomFrom('CSV_SEED');
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ';', ',', 'a', 'é'),
      }),
      fc.integer(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const back = read(csv(rows, 'en'));
        expect(back).toHaveLength(rows.length);
        for (const [at, row] of rows.entries()) {
          expect(back[at]).toHaveLength(row.length);
          for (const [index, given] of row.entries()) {
            const seen = back[at]?.[index] as string;
            if (typeof given === 'number') expect(seen).toBe(String(given));
            else {
              expect([given, `'${given}`]).toContain(seen);
              expect(seen).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
            }
          }
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
