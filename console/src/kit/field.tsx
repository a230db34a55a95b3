import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import css from './field.module.css';

interface FieldProps {
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

/** A label, a hint, a control and its error, tied to each other for assistive technology. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { children(control: ControlProps): ReactNode }) {
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
    </div>
  );
}

type TextProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'id'> & {
    readonly value: string;
    onChange(value: string): void;
  };

/** One line of text; also a date, a telephone number or a search, by `type`. */
export function TextField({ label, hint, error, value, onChange, ...input }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          autoComplete="off"
          {...input}
          {...control}
          className={css.control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type ParagraphProps = FieldProps & {
  readonly value: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly required?: boolean;
  onChange(value: string): void;
};

/** Several lines of text. */
export function ParagraphField({ label, hint, error, value, onChange, rows = 4, ...input }: ParagraphProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...input}
          {...control}
          className={css.control}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type SelectProps<Value extends string> = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'id'> & {
    readonly value: Value;
    readonly options: readonly (readonly [value: Value, label: string])[];
    onChange(value: Value): void;
  };

/** A choice of one value. The browser's own control: it works with every keyboard, touch screen and screen reader. */
export function SelectField<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, value, options, onChange, ...select } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select
          {...select}
          {...control}
          className={css.control}
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The options of a list of words, in their order. */
export function optionsOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
): readonly (readonly [value: Value, label: string])[] {
  return Object.entries(words) as [Value, string][];
}

type CheckProps = Pick<FieldProps, 'label' | 'error'> & {
  readonly value: boolean;
  onChange(value: boolean): void;
};

/** A yes or no. */
export function CheckField({ label, error, value, onChange }: CheckProps) {
  const id = useId();
  return (
    <div>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={value}
          aria-describedby={error && id}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {error && (
        <p className={css.error} id={id}>
          {error}
        </p>
      )}
    </div>
  );
}
