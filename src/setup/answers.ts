import { createInterface } from 'node:readline/promises';
import { StartError } from '../start-error.js';
import type { Answers } from './options.js';
import type { Question } from './questions.js';

/**
 * Checks what the arguments say.
 * @throws StartError naming the first that cannot be taken
 */
export async function check(questions: readonly Question[], given: Answers): Promise<void> {
  for (const { option, problem } of questions) {
    const value = given[option];
    const why = value !== undefined && (await problem(value));
    if (why) throw new StartError(`--${option} is refused: ${why.charAt(0).toLowerCase()}${why.slice(1)}`);
  }
}

/**
 * What the arguments say, with what is proposed for the rest.
 * @throws StartError naming what is missing
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
    `${missing.join(', ')} ${are} missing, and there is no terminal to ask on; --help lists the arguments.`,
  );
}

/**
 * Asks on the terminal for what the arguments do not say, each until the answer can be taken.
 * @throws StartError when the person breaks it off
 */
export async function fromTerminal(
  questions: readonly Question[],
  given: Answers,
  interrupted: AbortSignal,
): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const left = new AbortController();
  const leave = () => left.abort(interruption());
  terminal.once('SIGINT', leave).once('close', leave);
  const signal = AbortSignal.any([interrupted, left.signal]);
  try {
    let known = given;
    for (const { option, asks, optional, proposal, problem } of questions) {
      const other = proposed(proposal, known);
      const asked = `${asks.charAt(0).toUpperCase()}${asks.slice(1)}${other && ` [${other}]`}: `;
      while (known[option] === undefined && !optional) {
        const value = (await terminal.question(asked, { signal })).trim() || other;
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

/** What somebody is told who breaks the setup off. */
export function interruption(): StartError {
  return new StartError('The setup was broken off: no account was made.');
}
