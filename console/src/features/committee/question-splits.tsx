import { questionWords } from '../../copy/questions.js';
import type { AnalysisDimension } from '../../hub/gql/enums.js';
import { SelectField } from '../../kit/field.js';
import { useWords } from '../../lib/language.js';
import css from './figures.module.css';
import { furtherDimensions, type Question, type SubjectOption } from './question.js';

interface SplitFieldsProps {
  readonly question: Question;
  readonly option: SubjectOption;
  onChange(changed: Partial<Question>): void;
}

/** What the question is split by, and the values to which it is narrowed: as many as are possible. */
export function SplitFields(props: SplitFieldsProps) {
  const { by, filter } = props.question;
  return (
    <div className={css.fields}>
      {[...by.keys(), by.length].map((place) => (
        <SplitField key={place} place={place} {...props} />
      ))}
      {[...filter.keys(), filter.length].map((place) => (
        <FilterField key={place} place={place} {...props} />
      ))}
    </div>
  );
}

/** One dimension by which the question is split. */
function SplitField({ question, option, place, onChange }: SplitFieldsProps & { place: number }) {
  const text = useWords(questionWords);
  const { by } = question;
  const chosen = by[place] ?? '';
  const others = by.filter((_, index) => index !== place);
  const possible = furtherDimensions({ ...question, by: others }, option);
  if (place > 0 && !chosen && possible.length === 0) return null;
  return (
    <SelectField<AnalysisDimension | ''>
      label={place === 0 ? text.by : text.andBy}
      value={chosen}
      options={[['', text.notSplit], ...possible.map((it) => [it.dimension, it.label] as const)]}
      onChange={(dimension) =>
        onChange({ by: dimension ? by.toSpliced(place, 1, dimension) : by.toSpliced(place, 1) })
      }
    />
  );
}

/** One value to which the question is narrowed: its dimension, then the value. */
function FilterField({ question, option, place, onChange }: SplitFieldsProps & { place: number }) {
  const text = useWords(questionWords);
  const { filter } = question;
  const chosen = filter[place];
  const others = filter.filter((_, index) => index !== place);
  const possible = furtherDimensions({ ...question, filter: others }, option);
  if (!chosen && possible.length === 0) return null;
  const { label = '', values = [] } = possible.find((it) => it.dimension === chosen?.dimension) ?? {};
  const choose = (dimension: AnalysisDimension | '', key?: string) => {
    const first = possible.find((it) => it.dimension === dimension)?.values[0]?.key;
    const value = key ?? first;
    onChange({
      filter:
        dimension && value !== undefined
          ? filter.toSpliced(place, 1, { dimension, key: value })
          : filter.toSpliced(place, 1),
    });
  };
  return (
    <>
      <SelectField<AnalysisDimension | ''>
        label={place === 0 ? text.only : text.andOnly}
        value={chosen?.dimension ?? ''}
        options={[['', text.everything], ...possible.map((it) => [it.dimension, it.label] as const)]}
        onChange={(dimension) => choose(dimension)}
      />
      {chosen && (
        <SelectField
          label={text.valueOf(label)}
          value={chosen.key}
          options={values.map((it) => [it.key, it.label] as const)}
          onChange={(key) => choose(chosen.dimension, key)}
        />
      )}
    </>
  );
}
