import { type Language } from '../../../i18n.js';

/** A cell: a number is written as one, a text so that no spreadsheet takes it for a formula. */
export type Cell = string | number | null;

/**
 * What a spreadsheet may take for the beginning of a formula, also behind blanks, which some strip, and in
 * the wide forms, which some take for the narrow ones.
 */
const formula = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * Rows as the French Excel opens them: semicolons, CRLF, UTF-8 with the mark that says so. Numbers are
 * written with the comma in French.
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

/** Never as 1e+21: spreadsheets would round it, and what is counted here is smaller by far. */
function decimal(value: number, language: Language): string {
  const text = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 });
  return language === 'fr' ? text.replace('.', ',') : text;
}
