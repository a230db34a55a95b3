import type { Cell, Dimension, Figure, Question } from '../../../src/features/committee/disclosure/index.js';

/** A dimension with its closed list. */
export const dimension = (name: Dimension['name'], domain: readonly string[], only?: readonly string[]) => ({
  name,
  domain,
  ...(only && { only }),
});

export const values = (count: number, letter = 'v') =>
  Array.from({ length: count }, (_, number) => `${letter}${number}`);

export const question = (changes: Partial<Question> = {}): Question => ({
  subject: 'PATHWAYS',
  period: { from: '2026-01', to: '2026-12' },
  by: [],
  within: [],
  measures: [{ name: 'DISTINCT_PEOPLE', kind: 'PEOPLE' }],
  ...changes,
});

/** Cells as the database returns them: the parts and their margins. */
export function withMargins(
  by: readonly Dimension[],
  parts: readonly { readonly at: readonly string[]; readonly people: number; readonly hours?: number }[],
): Cell[] {
  const found = new Map<string, { at: (string | null)[]; people: number; hours: number }>();
  for (const part of parts)
    for (let mask = 0; mask < 1 << by.length; mask++) {
      const at = part.at.map((value, position) => (mask & (1 << position) ? null : value));
      const key = JSON.stringify(at);
      const cell = found.get(key) ?? { at, people: 0, hours: 0 };
      cell.people += part.people;
      cell.hours += part.hours ?? 0;
      found.set(key, cell);
    }
  return [...found.values()].map(({ at, people, hours }) => ({
    at,
    people,
    figures: { HOURS: { hours, companies: 9, largest: 0 } satisfies Figure },
  }));
}

/** Every combination of the dimensions' values. */
export const combinations = (by: readonly Dimension[]): string[][] =>
  by.reduce<string[][]>(
    (sofar, { domain }) => sofar.flatMap((at) => domain.map((value) => [...at, value])),
    [[]],
  );
