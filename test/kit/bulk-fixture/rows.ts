export type Rows = Record<string, unknown>[];

/** Few values, so that sort orders have ties. */
export const days = ['2025-01-10', '2025-01-11', '2025-03-01'];
export const instants = days
  .map((day, index) => `${day}T09:00:00.${index}50Z`)
  .concat('2025-01-10T09:00:00Z');
