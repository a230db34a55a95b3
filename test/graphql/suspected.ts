import type { Row } from './stored.js';

/** The pieces of three letters of a name, two blanks before and one behind each word. */
function trigrams(name: string): Set<string> {
  const words = name.split(' ').map((word) => `  ${word} `);
  return new Set(words.flatMap((word) => [...word].slice(2).map((_, at) => word.slice(at, at + 3))));
}

function likeness(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)];
  const shared = [...a].filter((it) => b.has(it)).length;
  return shared / (a.size + b.size - shared);
}

function swapped(one: string, other: string): boolean {
  const [a, b] = [one, other].map((day) => day.replaceAll('-', '')) as [string, string];
  const [i, j, ...more] = [...[...a].keys()].filter((at) => a[at] !== b[at]);
  return j !== undefined && more.length === 0 && a[i as number] === b[j] && a[j] === b[i as number];
}

/** Whether one birth date may be the other, mistaken. */
function mistaken(one: string, other: string): boolean {
  if (swapped(one, other)) return true;
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [one.split('-'), other.split('-')];
  if (year === otherYear && month === otherDay && day === otherMonth) return true;
  if (month === otherMonth && day === otherDay && Math.abs(Number(year) - Number(otherYear)) === 1)
    return true;
  return [...one].filter((digit, at) => digit !== other[at]).length === 1;
}

/** Whether two persons may be the same. */
export function suspicious(one: Row, other: Row): boolean {
  const of = (row: Row) => [row['sort_name'] ?? '', row['birth_date'] ?? ''] as const;
  const [[name, born], [otherName, otherBorn]] = [of(one), of(other)];
  if (one.id === other.id) return false;
  return (
    (born === otherBorn && likeness(name, otherName) >= 0.5) ||
    (name === otherName && mistaken(born, otherBorn))
  );
}
