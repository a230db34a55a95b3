import { expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { daysAgo } from '../kit/days.js';
import type { Period } from '../kit/releases.js';

export const indicators = `query ($period: PeriodInput!) { committee { indicators(period: $period) {
  key label definition definitionVersion value margin withheld state exact denominator unit dataAsOf release { asOf }
  coverage { partners of } published { value label source }
  byPartner { partner { slug } value margin withheld state exact denominator } } } }`;

/** Declares the test that the committee gets an answer for these periods. */
export const answersForPeriods = (member: () => Client, periods: readonly Period[]) =>
  it('answers for past months, quarters, half-years and years', async () => {
    const csv = 'query ($period: PeriodInput!) { committee { indicatorsCsv(period: $period) } }';
    const failed: string[] = [];
    for (const period of periods) {
      for (const query of [indicators, csv]) {
        const { errors } = await member().send(query, { period });
        if (errors) failed.push(`${period.from} to ${period.until}: ${errors[0]?.message}`);
      }
    }
    expect(failed).toEqual([]);
  });

/** Every past month, quarter, half-year and year since 2023. */
export function pastPeriods(): Period[] {
  const first = (month: number) =>
    `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return [1, 3, 6, 12].flatMap((length) =>
    Array.from({ length: 1200 / length }, (_, index) => 2023 * 12 + index * length)
      .map((month) => ({ from: first(month), until: first(month + length) }))
      .filter(({ until }) => until <= daysAgo(0)),
  );
}
