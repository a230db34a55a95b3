import { useEffect, useRef } from 'react';
import { answerWords } from '../copy/answer.js';
import type { AnyResult, Refusal } from '../hub/command.js';
import { useWords } from '../lib/language.js';
import css from './refusals.module.css';

interface RefusalsProps {
  readonly result: AnyResult | undefined;
}

/** Why a command was not done, in a summary that gets the focus. Nothing while it has succeeded. */
export function Refusals({ result }: RefusalsProps) {
  const text = useWords(answerWords);
  const summary = useRef<HTMLDivElement>(null);
  const failed = result !== undefined && result.state !== 'done';
  useEffect(() => {
    if (failed) summary.current?.focus();
  }, [failed]);
  if (!failed) return null;
  // What has a place elsewhere, or another meaning to a person than to a program, in the console's own words.
  const own: Readonly<Record<string, string>> = { STALE_VERSION: text.stale, WORDING: text.wording };
  const messages =
    result.state === 'refused'
      ? result.refusals.map(({ code, message }) => own[code] ?? message)
      : [result.unreachable ? text.unknownOutcome : result.message || text.failed];
  return (
    <div className={css.summary} role="alert" tabIndex={-1} ref={summary}>
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  );
}

/** The refusal of one field of the input. */
export function refusalAt(result: AnyResult | undefined, field: string): Refusal | undefined {
  if (result?.state !== 'refused') return undefined;
  return result.refusals.find(({ path }) => path.at(-1) === field);
}

/** Whether the command was refused with a code. */
export function isRefusedAs(result: AnyResult | undefined, code: string): boolean {
  return result?.state === 'refused' && result.refusals.some((it) => it.code === code);
}
