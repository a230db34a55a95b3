import { useState } from 'react';
import { answerWords } from '../copy/answer.js';
import { type AnyResult, type Refusal, useIdempotencyKey } from '../hub/command.js';
import { useWords } from '../lib/language.js';
import { refusalAt } from './refusals.js';

type Values = Readonly<Record<string, string | boolean>>;

/** What a field shows and how it changes; spread into the control. */
export interface BoundField<Value> {
  readonly value: Value;
  readonly error: string | undefined;
  /** The words that the hub has refused in this field. */
  readonly marks: readonly string[];
  onChange(value: Value): void;
}

export interface Form<V> {
  readonly values: V;
  /** The key under which the hub does the command of this form once. */
  readonly key: string;
  field<Name extends keyof V & string>(name: Name): BoundField<V[Name]>;
  set(changed: Partial<V>): void;
  /** Whether a value is no longer the first one. */
  isChanged(name: keyof V): boolean;
  /** Whether all that is needed is filled in; marks what is not. To be called before the values are sent. */
  check(): boolean;
  /** To be called before the values are sent while the user is still typing: nothing is marked as missing. */
  remember(): void;
  /** Whether nothing has changed since the values were sent. */
  readonly isAsSent: boolean;
  /** Empties the form after its command was done. */
  reset(): void;
}

/**
 * What is typed into a form. It stays until the command is done, also while the form is closed.
 * @param needed the fields that must be filled in, named as in the command's input
 * @param result how the command ended: its refusals appear at their fields
 */
export function useForm<V extends Values>(
  initial: V,
  needed: readonly (keyof V & string)[],
  result: AnyResult | undefined,
): Form<V> {
  const text = useWords(answerWords);
  const { key, renew } = useIdempotencyKey();
  const [first, setFirst] = useState(initial);
  const [values, setValues] = useState(initial);
  const [sent, setSent] = useState<V>();
  const [isChecked, setChecked] = useState(false);
  const isMissing = (name: keyof V & string) => {
    const value = values[name];
    return needed.includes(name) && (typeof value === 'string' ? value.trim() === '' : !value);
  };
  const set = (changed: Partial<V>) => setValues((before) => ({ ...before, ...changed }));
  return {
    values,
    key,
    isAsSent: values === sent,
    set,
    isChanged: (name) => values[name] !== first[name],
    field: (name) => ({
      value: values[name],
      error: isChecked && isMissing(name) ? text.missing : refusalAt(result, name)?.message,
      marks: passagesOf(refusalAt(result, name), sent?.[name]),
      onChange: (value) => set({ [name]: value } as unknown as Partial<V>),
    }),
    remember: () => setSent(values),
    check() {
      setSent(values);
      setChecked(true);
      return !needed.some(isMissing);
    },
    reset() {
      setFirst(initial);
      setValues(initial);
      setSent(undefined);
      setChecked(false);
      renew();
    },
  };
}

/** The passages of a refusal, as they were sent. */
function passagesOf(refusal: Refusal | undefined, sent: string | boolean | undefined): string[] {
  if (!refusal || typeof sent !== 'string') return [];
  return refusal.passages.map(({ start, length }) => sent.slice(start, start + length));
}
