import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterDays, afterWorkingDays } from '../src/calendar.js';

const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
console.log(`fast-check seed of working-days.test.ts: ${seed}`);

const iso = (date: Date) => date.toISOString().slice(0, 16);

describe('working days', () => {
  it.each([
    ['over a weekend', '2026-11-20T15:00Z', 3, '2026-11-25T15:00'],
    ['from a Saturday', '2026-11-21T08:30Z', 1, '2026-11-23T08:30'],
    ['from a Sunday', '2026-11-22T08:30Z', 3, '2026-11-25T08:30'],
    ['over Easter Monday', '2027-03-26T09:00Z', 1, '2027-03-30T08:00'],
    [
      'over Easter Monday, when the clocks change on Easter Sunday',
      '2024-03-29T09:00Z',
      1,
      '2024-04-02T08:00',
    ],
    ['but not over Good Friday', '2026-04-02T09:00Z', 1, '2026-04-03T09:00'],
    ['over 1 May, a Friday', '2026-04-30T09:00Z', 1, '2026-05-04T09:00'],
    ['over 8 May and Ascension in one week', '2024-05-07T09:00Z', 1, '2024-05-10T09:00'],
    ['over Ascension, but not the Friday after it', '2026-05-13T09:00Z', 2, '2026-05-18T09:00'],
    ['over Whit Monday', '2026-05-22T09:00Z', 3, '2026-05-28T09:00'],
    ['over 14 July, a Tuesday', '2026-07-13T09:00Z', 1, '2026-07-15T09:00'],
    ['over Christmas and the new year', '2026-12-24T09:00Z', 6, '2027-01-05T09:00'],
    ['but not over 26 December, a holiday in Alsace', '2025-12-25T09:00Z', 1, '2025-12-26T09:00'],
    ['over the clocks put forward', '2026-03-27T09:00Z', 1, '2026-03-30T08:00'],
    ['over the clocks put back', '2026-10-23T08:00Z', 1, '2026-10-26T09:00'],
    ['by the day in Paris, which begins before UTC’s', '2026-07-10T22:30Z', 1, '2026-07-12T22:30'],
  ])('go %s', (_, from, days, to) => {
    expect(iso(afterWorkingDays(new Date(from), days))).toBe(to);
  });

  it('agree with a count day by day', () => {
    const town = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/Paris', weekday: 'short', hourCycle: 'h23' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    });
    const shown = (at: number) =>
      Object.fromEntries(town.formatToParts(at).map(({ type, value }) => [type, value])) as Record<
        string,
        string
      >;
    const works = (at: number) => {
      const { weekday, year, month, day } = shown(at);
      return !['Sat', 'Sun'].includes(weekday as string) && !off(Number(year)).has(`${month}-${day}`);
    };
    const from = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-01'), noInvalidDate: true });
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 40 }), (start, days) => {
        const end = afterWorkingDays(start, days).getTime();
        const [first, found] = [shown(start.getTime()), shown(end)];
        expect(works(end)).toBe(true);
        expect([found['hour'], found['minute']]).toEqual([first['hour'], first['minute']]);
        // Counts noons: each day has exactly one, also when the clocks change.
        let left = 0;
        const day = (it: Record<string, string>) =>
          Date.parse(`${it['year']}-${it['month']}-${it['day']}T12:00Z`);
        for (let noon = day(first) + 86_400_000; noon <= day(found); noon += 86_400_000)
          if (works(noon)) left++;
        expect(left).toBe(days);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('days', () => {
  it.each([
    ['at the same hour, when clocks are put forward', '2026-03-20T09:00Z', 10, '2026-03-30T08:00'],
    ['at the same hour, when clocks are put back', '2026-10-20T08:00Z', 10, '2026-10-30T09:00'],
    ['to one hour later where that hour is skipped', '2026-03-19T01:30Z', 10, '2026-03-29T01:30'],
    ['to the first of two such hours', '2026-10-15T00:30Z', 10, '2026-10-25T00:30'],
    ['over weekends and holidays', '2026-12-20T09:00Z', 21, '2027-01-10T09:00'],
  ])('go %s', (_, from, days, to) => {
    expect(iso(afterDays(new Date(from), days))).toBe(to);
  });
});

/** The public holidays of a year as `MM-DD`, from Easter by the rule of Oudin and the dates of the law. */
function off(year: number): Set<string> {
  const g = year % 19;
  const c = Math.floor(year / 100);
  const h = (c - Math.floor(c / 4) - Math.floor((8 * c + 13) / 25) + 19 * g + 15) % 30;
  const i = h - Math.floor(h / 28) * (1 - Math.floor(29 / (h + 1)) * Math.floor((21 - g) / 11));
  const j = (year + Math.floor(year / 4) + i + 2 - c + Math.floor(c / 4)) % 7;
  const easter = Date.UTC(year, 2, 28 + i - j);
  const moving = [1, 39, 50].map((days) => new Date(easter + days * 86_400_000).toISOString().slice(5, 10));
  return new Set([...moving, '01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);
}
