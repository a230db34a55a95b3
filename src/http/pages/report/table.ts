import type { Language } from '../../../i18n.js';
import { type Html, html } from './html.js';
import { words } from './words.js';

/** A column of a table. */
export type Column = keyof typeof words;

/** The columns of numbers. */
const numeric: readonly Column[] = ['value', 'denominator'];

/** A table. On a narrow screen it scrolls in its frame. */
export function renderTable(head: Html, rows: readonly Html[]): Html {
  return html`<div class="table" tabindex="0"><table>${head}<tbody>${rows}</tbody></table></div>`;
}

/** The head of a table. */
export function renderHead(columns: readonly Column[], language: Language): Html {
  const cells = columns.map((column) =>
    numeric.includes(column)
      ? html`<th scope="col" class="number">${words[column][language]}</th>`
      : html`<th scope="col">${words[column][language]}</th>`,
  );
  return html`<thead><tr>${cells}</tr></thead>`;
}
