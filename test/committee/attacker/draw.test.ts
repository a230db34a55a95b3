import { describe, expect, it } from '@jest/globals';
import { domainOf } from '../../../src/features/committee/lattice/domains.js';
import type { Profile } from '../../../src/features/committee/protection/count.js';
import { type Drawing, type DrawnCell, draw } from '../../../src/features/committee/protection/draw.js';
import { noiseKey } from '../../../src/features/committee/protection/noise.js';
import { protections } from '../../../src/features/committee/protection/protections.js';
import { advantage } from './attack.js';

const directories = { partners: ['one', 'two', 'three'], companies: ['first', 'second', 'third'] };
const protection = protections.DEFAULT;

function drawing(
  subject: Drawing['subject'],
  secret: number | string = 'the town',
  name = '2025-H1',
): Drawing {
  return {
    ...{ subject, period: { name, span: 'HALF_YEAR' }, protection },
    key: noiseKey(`${secret}, made long enough for a secret of the hub`),
    domains: (dimension) => domainOf(subject, dimension, directories),
  };
}

/** Persons with one row each. */
function persons(profile: number, people: number, values: Profile['values'] = {}, hours = 0): Profile {
  const all = {
    PARTNER: 'one',
    PARTNER_KIND: 'TOWN',
    STATUS: 'OPEN',
    DISTRICT: 'NORTH',
    AGE_BAND: 'FROM_55',
    UNDER_26: 'NO',
  };
  return { profile, people, rows: people, hours, values: { ...all, ...values } };
}

const numbersOf = ({ people, further, hours }: DrawnCell) => [people, further ?? 0, hours ?? 0];
const differences = (some: readonly DrawnCell[], others: readonly DrawnCell[]) =>
  some.map((cell, index) => numbersOf(cell).map((value, at) => numbersOf(others[index]!)[at]! - value));

describe('drawn cells', () => {
  it('carry noise that depends on the place and the secret only', () => {
    const before = draw(drawing('PATHWAYS'), [persons(1, 60)]);
    const after = draw(drawing('PATHWAYS'), [
      persons(1, 60),
      persons(2, 20),
      persons(3, 5, { PARTNER: 'two' }),
    ]);
    // Additions show as themselves: 0, 5, 20 or 25 persons in every cell, and no other draw.
    const moved = new Set(differences(before, after).map(([people]) => people));
    expect([...moved].sort((one, other) => one! - other!)).toEqual([0, 5, 20, 25]);
    expect(new Set(differences(before, after).map(([, further]) => further))).toEqual(new Set([0]));
    expect(draw(drawing('PATHWAYS'), [persons(1, 60)])).toEqual(before);
  });

  it('differ at places with the same persons', () => {
    const everybody = [persons(1, 60)];
    const cells = draw(drawing('PATHWAYS'), everybody).filter(
      ({ place }) => !place.some((value) => ['two', 'three', 'SOUTH', 'OUTSIDE', 'YES'].includes(value)),
    );
    expect(cells.length).toBeGreaterThan(3);
    expect(new Set(cells.map(({ people }) => people)).size).toBeGreaterThan(cells.length / 2);
    expect(draw(drawing('PATHWAYS', 'the town', '2025-H2'), everybody)).not.toEqual(
      draw(drawing('PATHWAYS'), everybody),
    );
  });

  it('exist at the same places for nobody and for one person', () => {
    const places = (profiles: readonly Profile[]) =>
      draw(drawing('PATHWAYS'), profiles).map(({ split, place }) => [split, place]);
    expect(places([persons(1, 1)])).toEqual(places([]));
    const nobody = draw(drawing('PATHWAYS'), []).map(({ people }) => people);
    expect(nobody.filter((people) => people === 0).length).toBeLessThan(nobody.length / 4);
  });

  it('are guessed as well as the closed form says', () => {
    const town = [
      persons(1, 60),
      persons(2, 40, { PARTNER: 'two', UNDER_26: 'YES', AGE_BAND: 'FROM_18_TO_25' }),
    ];
    const target = persons(3, 1, { PARTNER: 'two' });
    const base = drawing('PATHWAYS');
    const part = differences(draw(base, town), draw(base, [...town, target])).map(([people]) => people!);
    const squared = part.reduce((sum, value) => sum + (value / protection.sigma) ** 2, 0);
    const silent = { ...protection, sigma: 1e-9 };
    const truth = draw({ ...base, protection: silent }, town).map(({ people }) => people);
    let right = 0;
    const secrets = 1500;
    for (let secret = 0; secret < secrets; secret++)
      for (const isIn of [false, true]) {
        const seen = draw(drawing('PATHWAYS', `${isIn}${secret}`), isIn ? [...town, target] : town);
        const statistic = seen.reduce(
          (sum, { people }, at) => sum + part[at]! * (people - truth[at]! - part[at]! / 2),
          0,
        );
        if (statistic > 0 === isIn) right++;
      }
    const measured = 100 * (right / (2 * secrets) - 0.5);
    // Three standard deviations of the sample.
    expect(Math.abs(measured - advantage(squared))).toBeLessThan((3 * 50) / Math.sqrt(2 * secrets));
  });

  it('keep the noise of hours when scaled persons are subtracted', () => {
    const workers = [persons(1, 60, { STATUS: 'VALIDATED', COMPANY: 'first' }, 6000)];
    const hoursLeft = Array.from({ length: 200 }, (_, secret) => {
      const [total] = draw(drawing('CLAUSE_HOURS', secret), workers);
      return { people: total!.people - 60, hours: total!.hours! - 6000 };
    });
    const product = hoursLeft.reduce((sum, { people, hours }) => sum + people * hours, 0);
    const norm = Math.sqrt(
      hoursLeft.reduce((sum, { people }) => sum + people ** 2, 0) *
        hoursLeft.reduce((sum, { hours }) => sum + hours ** 2, 0),
    );
    // Independent draws: a correlation within four standard deviations of none.
    expect(Math.abs(product / norm)).toBeLessThan(4 / Math.sqrt(hoursLeft.length));
  });

  it('tell no more about a person beside twenty of the attacker’s own', () => {
    expect(advantage((1 / protection.sigma) ** 2)).toBeLessThan(5.2);
    const own = persons(1, 20);
    const cells = (profiles: readonly Profile[]) => draw(drawing('PATHWAYS'), profiles);
    const alone = differences(cells([]), cells([persons(2, 1)]));
    expect(differences(cells([own]), cells([own, persons(2, 1)]))).toEqual(alone);
  });
});
