import type { Row } from './stored.js';

/** The trigrams of a name, as in pg_trgm: each word is padded with two spaces before and one after. */
function trigrams(name: string): Set<string> {
  const words = name.split(' ').map((word) => `  ${word} `);
  return new Set(words.flatMap((word) => [...word].slice(2).map((_, at) => word.slice(at, at + 3))));
}

function similarity(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)];
  const shared = [...a].filter((it) => b.has(it)).length;
  return shared / (a.size + b.size - shared);
}

function swapped(one: string, other: string): boolean {
  const [a, b] = [one, other].map((day) => day.replaceAll('-', '')) as [string, string];
  const [i, j, ...more] = [...[...a].keys()].filter((at) => a[at] !== b[at]);
  return j !== undefined && more.length === 0 && a[i as number] === b[j] && a[j] === b[i as number];
}

/** Whether two birth dates may be the same date with a typing error. */
function maybeTypo(one: string, other: string): boolean {
  if (swapped(one, other)) return true;
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [one.split('-'), other.split('-')];
  if (year === otherYear && month === otherDay && day === otherMonth) return true;
  if (month === otherMonth && day === otherDay && Math.abs(Number(year) - Number(otherYear)) === 1)
    return true;
  return [...one].filter((digit, at) => digit !== other[at]).length === 1;
}

/** Whether two persons may be duplicates. */
export function suspicious(one: Row, other: Row): boolean {
  const of = (row: Row) => [row['sort_name'] ?? '', row['birth_date'] ?? ''] as const;
  const [[name, born], [otherName, otherBorn]] = [of(one), of(other)];
  if (one.id === other.id) return false;
  return (
    (born === otherBorn && similarity(name, otherName) >= 0.5) ||
    (name === otherName && maybeTypo(born, otherBorn))
  );
}
