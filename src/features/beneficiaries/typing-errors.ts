/** A search with fewer letters than this tolerates no typing error: too many names are like it. */
const fewestLetters = 5;

/** A search with more letters than this tolerates no typing error, so that the number of spellings stays small. */
const mostLetters = 24;

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * The spellings that differ from a compact name by one typing error: one wrong letter, one missing letter, one letter
 * too many, or two neighbouring letters swapped. A spelling is the beginning of what it matches, so none is made by
 * leaving out the last letter or adding one behind it.
 */
export function spellingsNear(text: string): string[] {
  const letters = [...text];
  if (letters.length < fewestLetters || letters.length > mostLetters) return [];
  const found = new Set<string>();
  const add = (place: number, instead: readonly string[], length: number) =>
    found.add([...letters.slice(0, place), ...instead, ...letters.slice(place + length)].join(''));
  for (const [place, letter] of letters.entries()) {
    for (const other of alphabet) {
      add(place, [other], 1);
      add(place, [other, letter], 1);
    }
    const next = letters[place + 1];
    if (next === undefined) continue;
    add(place, [], 1);
    add(place, [next, letter], 2);
  }
  found.delete(text);
  return [...found];
}
