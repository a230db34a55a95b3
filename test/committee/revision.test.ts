import { describe, expect, it } from '@jest/globals';
import {
  changesToShow,
  fewestChanged,
  hasChanged,
  revised,
} from '../../src/features/committee/closed-years/revision.js';

/** Marks of groups of persons, by their numbers. */
const groups = (from: number, count: number, mark = 1) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [String(from + at), mark]));
const many = fewestChanged;
const few = fewestChanged - 1;

describe('a figure of a closed year may show its change', () => {
  it('when enough persons changed, and not when fewer did', () => {
    expect(changesToShow({}, { A: { '': groups(500, many) } })('A', '')).toBe(true);
    expect(changesToShow({}, { A: { '': groups(500, few) } })('A', '')).toBe(false);
    const same = { A: { '': groups(500, many) } };
    expect([changesToShow(same, same)('A', ''), hasChanged(same, same)]).toEqual([false, false]);
  });

  it('unless it leaves a few of the changed persons beside it', () => {
    const isShown = changesToShow({}, { A: { '': groups(500, many) }, B: { '': groups(500, many + 10) } });
    expect([isShown('A', ''), isShown('B', '')]).toEqual([false, true]);
    const both = changesToShow({}, { A: { '': groups(500, many) }, B: { '': groups(500, 2 * many) } });
    expect([both('A', ''), both('B', '')]).toEqual([true, true]);
  });

  it('unless a partner could take its own changes away, also where a group has persons of both', () => {
    const add = (own: object, other: object) =>
      changesToShow({}, { A: { '': { ...own, ...other }, one: { ...own }, other: { ...other } } });
    const ofOne = groups(500, 2 * many);
    expect(add(ofOne, {})('A', '')).toBe(true);
    expect(add(ofOne, groups(700, 1))('A', '')).toBe(false);
    expect(add(ofOne, groups(500, 1))('A', '')).toBe(false);
    expect(add(ofOne, groups(700, many))('A', '')).toBe(true);
  });

  it('also when persons moved from one partner to another, and not beside a few who moved', () => {
    const before = { A: { '': groups(500, many), one: groups(500, many) } };
    const moved = { A: { '': groups(500, many), other: groups(500, many) } };
    expect(hasChanged(before, moved)).toBe(true);
    const isShown = changesToShow(before, moved);
    expect([isShown('A', ''), isShown('A', 'one'), isShown('A', 'other')]).toEqual([false, true, true]);
    const settled = { A: { '': groups(500, 5), one: groups(500, 5) } };
    const fewMoved = {
      A: {
        '': { ...groups(0, 2 * many), ...groups(500, 5) },
        other: { ...groups(0, many), ...groups(500, 5) },
        third: groups(many, many),
      },
    };
    const maySee = changesToShow(settled, fewMoved);
    expect([maySee('A', ''), maySee('A', 'other'), maySee('A', 'third')]).toEqual([true, false, true]);
  });

  it('by the number of visitors without a file', () => {
    const counted = (people: number) => ({ nobody: 1000 + people, visitors: people, counted: 0 });
    const add = (before: object, ...[town, one]: number[]) =>
      changesToShow(
        { A: { '': { ...before } } },
        { A: { '': counted(town ?? 0), one: counted(one ?? town ?? 0) } },
      )('A', '');
    expect(add(counted(30), 30 + many)).toBe(true);
    expect(add(counted(30), 30 + few)).toBe(false);
    expect(add({}, many)).toBe(true);
    // Their former number is not known.
    expect(add({ nobody: 7 }, 7 + many)).toBe(false);
    // A few are of another partner.
    expect(add({}, 2 * many, 2 * many - 5)).toBe(false);
  });

  it('also when a hub that knew 128 groups closed the year', () => {
    // Groups 128 and 256 are in the former group 0.
    const former = { A: { '': groups(0, 100, 3) } };
    const now = { A: { '': { ...groups(0, 100, 1), ...groups(128, 100, 1), ...groups(256, 100, 1) } } };
    expect(hasChanged(former, now)).toBe(false);
    const changed = { A: { '': { ...now.A[''], ...groups(384, many, 7) } } };
    expect(changesToShow(former, changed)('A', '')).toBe(true);
  });
});

it('a revision replaces what may be shown, and leaves the other figures and what is hidden', () => {
  const shown = (value: number | null) => ({ value, state: value === null ? 'WITHHELD' : 'SHOWN' }) as never;
  const before = {
    figures: { ACCOMPANIED_PEOPLE: { '': shown(100), one: shown(60), two: shown(null) } },
    marks: { ACCOMPANIED_PEOPLE: { '': { 500: 1 }, one: { 500: 1 }, two: {} } },
  };
  const now = {
    figures: { ACCOMPANIED_PEOPLE: { '': shown(200), one: shown(61), two: shown(40) } },
    marks: { ACCOMPANIED_PEOPLE: { '': { 500: 2 }, one: { 500: 2 }, two: { 600: 1 } } },
  };
  expect(revised(before, now, (_, partner) => partner !== 'one')).toEqual({
    figures: { ACCOMPANIED_PEOPLE: { '': shown(200), one: shown(60), two: shown(null) } },
    marks: { ACCOMPANIED_PEOPLE: { '': { 500: 2 }, one: { 500: 1 }, two: {} } },
  });
  expect(revised(before, now, () => false)).toBeUndefined();
});
