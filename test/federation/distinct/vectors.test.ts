import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import * as partner from '../../../examples/partner-subgraph/src/distinct/index.js';
import { sortNameOf } from '../../../src/features/beneficiaries/index.js';
import * as hub from '../../../src/features/committee/distinct/points.js';

interface Vector extends partner.Person {
  readonly entry: string;
  readonly point: string;
  readonly blinded: string;
}

const read = async () => {
  const text = await readFile('docs/distinct-persons.json', 'utf8');
  return JSON.parse(text) as { domain: string; scalar: string; vectors: Vector[] };
};

it('hashes and blinds persons as the published test vectors say, at the hub and at a partner', async () => {
  const { scalar, vectors } = await read();
  const key = Buffer.from(scalar, 'hex');
  expect(vectors.length).toBeGreaterThan(10);
  for (const { entry, point, blinded, ...person } of vectors) {
    expect(partner.entryOf(person)).toBe(entry);
    expect(`${sortNameOf(person).replaceAll(' ', '')}\n${person.birthDate}`).toBe(entry);
    const digest = createHash('sha256').update(entry).digest();
    for (const x of [partner.pointOf(entry), hub.pointOf(digest)]) expect(x.toString('hex')).toBe(point);
    for (const blinding of [new partner.Blinding(key), new hub.Blinding(key)])
      expect(blinding.blind(Buffer.from(point, 'hex')).toString('hex')).toBe(blinded);
  }
});

it('normalises spellings of one name to one point, and other names or dates to others', async () => {
  const { vectors } = await read();
  const points = vectors.map(({ point }) => point);
  expect(points[1]).toBe(points[0]);
  expect(points[3]).toBe(points[2]);
  expect(new Set(points).size).toBe(vectors.length - 2);
});

it('gives the same value in any order of the parties, and another one with a fresh key', () => {
  const [one, other] = [new hub.Blinding(), new partner.Blinding()];
  const point = partner.pointOf('diallo\n1990-04-12');
  expect(one.blind(other.blind(point))).toEqual(other.blind(one.blind(point)));
  expect(new hub.Blinding().blind(point)).not.toEqual(one.blind(point));
});

it('refuses to blind what is not a point of the curve', () => {
  for (const x of [Buffer.alloc(32, 0xff), Buffer.alloc(31, 1), Buffer.alloc(33, 1)]) {
    expect(() => new partner.Blinding().blind(x)).toThrow();
    expect(() => new hub.Blinding().blind(x)).toThrow();
  }
  // About half of all numbers are no x coordinate.
  const refused = Array.from({ length: 100 }, (_, index) => createHash('sha256').update(`${index}`).digest());
  expect(() => refused.map((x) => new hub.Blinding().blind(x))).toThrow();
});
