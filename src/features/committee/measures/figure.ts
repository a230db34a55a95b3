import type { FigureState } from './figure-state.js';

/** A figure, or the reason why it is not shown. */
export interface Figure {
  /** Null unless the figure is shown; 0 for what is impossible by definition. */
  readonly value: number | null;
  /** Half the width of the 95 % interval; 0 for an exact figure, null for one that is not shown. */
  readonly margin: number | null;
  readonly state: FigureState;
}

/** A figure that is not shown. */
export function hidden(state: Exclude<FigureState, 'SHOWN' | 'NOT_APPLICABLE'>): Figure {
  return { value: null, margin: null, state };
}

/** A shown figure. */
export function shown(value: number, margin: number): Figure {
  return { value, margin, state: 'SHOWN' };
}

/** The figure of what is impossible by definition. */
export const notApplicable: Figure = { value: 0, margin: 0, state: 'NOT_APPLICABLE' };
