import { createInterface } from 'node:readline/promises';
import { StartError } from '../start-error.js';
import type { Answers } from './options.js';
import type { Question } from './questions.js';

/**
 * Checks the values of the arguments.
 * @throws StartError naming the first argument that is not valid
 */
export async function check(questions: readonly Question[], given: Answers): Promise<void> {
  for (const { option, problem } of questions) {
    const value = given[option];
    const why = value !== undefined && (await problem(value));
    if (why) throw new StartError(`--${option} is not valid: ${why.charAt(0).toLowerCase()}${why.slice(1)}`);
  }
}

/**
 * Returns the answers from the arguments, with proposed values for missing ones.
 * @throws StartError naming the arguments that are missing
 */
export function withoutTerminal(questions: readonly Question[], given: Answers): Answers {
  const missing: string[] = [];
  let known = given;
  for (const { option, optional, proposal } of questions) {
    const value = known[option] ?? proposed(proposal, known);
    if (value) known = { ...known, [option]: value };
    else if (!optional && !missing.includes(`--${proposal?.from}`)) missing.push(`--${option}`);
  }
  if (missing.length === 0) return known;
  const are = missing.length > 1 ? 'are' : 'is';
  throw new StartError(
    `${missing.join(', ')} ${are} missing, and there is no terminal to ask for values; --help lists the arguments.`,
  );
}

/**
 * Asks on the terminal for the answers that the arguments do not give. Each question is repeated until the answer is
 * valid.
 * @throws StartError when the person interrupts the setup
 */
export async function fromTerminal(
  questions: readonly Question[],
  given: Answers,
  interrupted: AbortSignal,
): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new AbortController();
  const abort = () => closed.abort(interruption());
  terminal.once('SIGINT', abort).once('close', abort);
  const signal = AbortSignal.any([interrupted, closed.signal]);
  try {
    let known = given;
    for (const { option, asks, optional, proposal, problem } of questions) {
      const fallback = proposed(proposal, known);
      const asked = `${asks.charAt(0).toUpperCase()}${asks.slice(1)}${fallback && ` [${fallback}]`}: `;
      while (known[option] === undefined && !optional) {
        const value = (await terminal.question(asked, { signal })).trim() || fallback;
        const why = await problem(value);
        if (why) console.log(why);
        else known = { ...known, [option]: value };
      }
    }
    return known;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    terminal.close();
  }
}

function proposed(proposal: Question['proposal'], known: Answers): string {
  const answer = proposal && known[proposal.from];
  return answer ? proposal.make(answer) : '';
}

/** The error when the setup is interrupted. */
export function interruption(): StartError {
  return new StartError('The setup was interrupted: no account was created. Run it again.');
}
