import { type Language } from '../../../i18n.js';

/** A cell of a CSV file. Texts are escaped so that no spreadsheet reads them as a formula. */
export type Cell = string | number | null;

/**
 * The beginning of a text that a spreadsheet may read as a formula. Leading blanks are allowed for, because some
 * spreadsheets strip them. Full-width signs are included, because some spreadsheets treat them as normal signs.
 */
const formula = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * CSV for the French Excel: semicolons, CRLF, UTF-8 with a byte order mark. In French, numbers have a decimal
 * comma.
 */
export function csv(rows: readonly (readonly Cell[])[], language: Language): string {
  const lines = rows.map((row) => row.map((cell) => written(cell, language)).join(';'));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

function written(cell: Cell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimal(cell, language);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[";\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Never in exponential notation such as 1e+21, which spreadsheets would round. Real counts are far smaller. */
function decimal(value: number, language: Language): string {
  const text = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 });
  return language === 'fr' ? text.replace('.', ',') : text;
}
