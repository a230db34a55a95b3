import { type InputHTMLAttributes, type SelectHTMLAttributes, useId } from 'react';
import css from './field.module.css';
import { Field, type FieldProps } from './labelled.js';

/** What fields of text have besides. */
interface TextFieldProps extends FieldProps {
  /** The words that the hub has refused. They are marked in the text. */
  readonly marks?: readonly string[];
  readonly value: string;
  onChange(value: string): void;
}

type TextProps = TextFieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'id'>;

/** One line of text; also a date, a telephone number or a search, by `type`. */
export function TextField({ label, hint, error, marks, value, onChange, ...input }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error} marked={{ text: value, words: marks }}>
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

type ParagraphProps = Omit<TextFieldProps, 'onChange'> & {
  onChange?(value: string): void;
  readonly readOnly?: boolean;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly required?: boolean;
};

/** Several lines of text. */
export function ParagraphField(props: ParagraphProps) {
  const { label, hint, error, marks, value, onChange, rows = 4, ...input } = props;
  return (
    <Field label={label} hint={hint} error={error} marked={{ text: value, words: marks }}>
      {(control) => (
        <textarea
          {...input}
          {...control}
          className={css.control}
          rows={rows}
          value={value}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </Field>
  );
}

type SelectProps<Value extends string> = FieldProps &
  Pick<TextFieldProps, 'marks'> &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'id'> & {
    readonly value: Value;
    readonly options: readonly (readonly [value: Value, label: string])[];
    onChange(value: Value): void;
  };

/** A choice of one value. The browser's own control: it works with every keyboard, touch screen and screen reader. */
export function SelectField<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, marks: _, value, options, onChange, ...select } = props;
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

type CheckProps = Pick<FieldProps, 'label' | 'error'> &
  Pick<TextFieldProps, 'marks'> & {
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
