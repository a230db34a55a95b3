import { type ReactNode, useId } from 'react';
import css from './field.module.css';
import { Marked, type MarkedProps } from './marked.js';

export interface FieldProps {
  readonly label: string;
  /** A hint below the label. */
  readonly hint?: string | undefined;
  /** The hub's refusal of this field. */
  readonly error?: string | undefined;
}

interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly marked?: MarkedProps;
  children(control: ControlProps): ReactNode;
}

/** A label, a hint, a control and its error, tied to each other for assistive technology. */
export function Field({ label, hint, error, marked, children }: FieldFrameProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p className={css.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      {error && marked && <Marked {...marked} />}
    </div>
  );
}
