/** What identifies a person, as typed. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
}

/** Letters that Unicode does not decompose into a base letter and a mark. */
const spelledOut: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const unsplit = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g');

/** A name in lower case, without accents and spaces, with ligatures spelled out. */
function normalized(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Script=Inherited}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(unsplit, (letter) => spelledOut[letter] ?? letter)
    .replace(/[\u02b9-\u02bf]/g, ' ')
    .replace(/[^a-z0-9\p{L}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .replaceAll(' ', '');
}

/** The text that stands for a person: the same for every spelling that normalises to the same name. */
export function entryOf({ firstName, lastName, birthDate }: Person): string {
  return `${normalized(`${lastName} ${firstName}`)}\n${birthDate}`;
}
