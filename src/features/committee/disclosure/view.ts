import type { Hours, Measure, Median, Rate, Shown } from './question.js';
import type { Index, Table } from './table.js';
import { fewest } from './thresholds.js';

/** The figures as they would be shown if no cell were withheld. */
export interface View {
  /** The fewest persons, by the shown figures, that a cell may contain or leave outside in its group. */
  readonly floor: number;
  people(index: Index): number;
  /** How many persons of a withheld cell may be attributed to other withheld cells of its line. */
  held(index: Index): number;
  /** The shown value. Withheld when the measure covers fewer persons than the cell, and these are too few. */
  value(index: Index, measure: Measure): Shown;
}

export const withheld: Shown = { value: null, withheld: true };

interface Figures {
  COUNT: number;
  HOURS: Hours;
  RATE: Rate;
  MEDIAN: Median;
}

/** The figure of each kind of measure in a cell without persons. */
const empty: Figures = {
  COUNT: 0,
  HOURS: { hours: 0, companies: 0, largest: 0 },
  RATE: { numerator: 0, denominator: 0, people: 0 },
  MEDIAN: { people: 0, quantiles: [] },
};

/** The counted figure of a measure. */
export const figureOf = <K extends keyof Figures>(table: Table, index: Index, name: string, kind: K) =>
  (table.cell(index)?.figures[name] ?? empty[kind]) as Figures[K];

/** Exact figures, without noise. */
export class Exact implements View {
  readonly floor: number;

  constructor(readonly table: Table) {
    this.floor = fewest(table.question);
  }

  people(index: Index): number {
    return this.table.people(index);
  }

  held(index: Index): number {
    return this.people(index);
  }

  value(index: Index, { name, kind }: Measure): Shown {
    switch (kind) {
      case 'PEOPLE':
        return { value: this.people(index), withheld: false };
      case 'COUNT':
        return { value: figureOf(this.table, index, name, kind), withheld: false };
      case 'HOURS':
        return { value: Math.round(figureOf(this.table, index, name, kind).hours), withheld: false };
      case 'RATE': {
        const { numerator, denominator, people, sides = [] } = figureOf(this.table, index, name, kind);
        if ([people, ...sides].some((persons) => persons < this.floor)) return withheld;
        return { value: Math.round((numerator / denominator) * 100) / 100, withheld: false };
      }
      case 'MEDIAN': {
        const { people, quantiles } = figureOf(this.table, index, name, kind);
        if (people < this.floor) return withheld;
        return { value: quantiles[(quantiles.length - 1) / 2] ?? null, withheld: false };
      }
    }
  }
}
