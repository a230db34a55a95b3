import type { ReactNode } from 'react';
import css from './figures.module.css';
import { ScrollFrame } from './scroll-frame.js';

interface FigureTableProps {
  readonly label: string;
  /** The titles of the columns, each with a key of its own if titles may be the same; those of numbers stand at the end. */
  readonly columns: readonly (
    | string
    | { readonly key: string; readonly title: string; readonly isNumber?: true }
  )[];
  /** Whether the cells stand below each other on a narrow screen: each is then a {@link TitledCell}. */
  readonly isStacked?: true;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table with a title for each column, in a frame in which it scrolls. */
export function FigureTable({ label, columns, isStacked, children }: FigureTableProps) {
  return (
    <ScrollFrame label={label}>
      <table className={isStacked ? `${css.table} ${css.stacked}` : css.table}>
        <thead>
          <tr>
            {columns.map((column) => {
              const { key, title, isNumber } =
                typeof column === 'string' ? { key: column, title: column } : column;
              return (
                <th key={key} scope="col" className={isNumber && css.number}>
                  {title}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody className={css.rows}>{children}</tbody>
      </table>
    </ScrollFrame>
  );
}

/** A cell that bears the title of its column where the cells stand below each other. */
export function TitledCell({ title, children }: { title: string; children: ReactNode }) {
  return (
    <td>
      <span className={css.cellTitle} aria-hidden="true">
        {title}
      </span>{' '}
      {children}
    </td>
  );
}
