/** The most lines of a refusal: the first problems are enough to begin with. */
const mostLines = 10;

/** Why the gateway cannot start, for the operator: one problem in each line, at most ten lines. */
export class StartError extends Error {
  override readonly name: string = 'StartError';

  constructor(problems: readonly string[]) {
    const shown = problems.length > mostLines ? problems.slice(0, mostLines - 1) : problems;
    const more = problems.length - shown.length;
    super([...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
  }
}
