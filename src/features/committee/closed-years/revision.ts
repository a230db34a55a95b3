/** For each indicator and partner (an empty key stands for the whole town), a sum for each group of persons. */
export type FigureMarks = Readonly<Record<string, Readonly<Record<string, Marks>>>>;

type Marks = Readonly<Record<string, number>>;

/** The fewest persons whose change may be seen. Chosen by the attacker: see decision 35. */
export const fewestChanged = 40;

/**
 * Whether a revision would show the change of too few persons: of the town, of a partner, or of the town without what
 * one partner changed, because that partner can subtract its own changes.
 */
export function showsTooFew(before: FigureMarks, after: FigureMarks): boolean {
  return Object.keys(after).some((key) => {
    const partners = new Set([...Object.keys(before[key] ?? {}), ...Object.keys(after[key] ?? {})]);
    const changed = (partner: string) => changedGroups(before[key]?.[partner], after[key]?.[partner]);
    const ofTown = changed('');
    partners.delete('');
    const parts = [...partners].map(changed);
    return [ofTown, ...parts, ...parts.map((part) => ofTown - part)].some(
      (persons) => persons > 0 && persons < fewestChanged,
    );
  });
}

/** Whether anything changed. */
export function hasChanged(before: FigureMarks, after: FigureMarks): boolean {
  return Object.keys(after).some((key) => changedGroups(before[key]?.[''], after[key]?.['']) > 0);
}

/** The number of groups of persons whose contribution changed: at most the number of persons. */
function changedGroups(before: Marks = {}, after: Marks = {}): number {
  const groups = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...groups].filter((group) => Number(before[group] ?? 0) !== Number(after[group] ?? 0)).length;
}
