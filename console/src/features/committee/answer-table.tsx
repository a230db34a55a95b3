import { questionWords } from '../../copy/questions.js';
import type { AnalysisMeasure } from '../../hub/gql/enums.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useWords } from '../../lib/language.js';
import { FigureCells } from './figure.js';
import css from './figures.module.css';
import { useValueNames } from './period-names.js';
import { ScrollFrame } from './scroll-frame.js';

const AnswerTableAnalysis = graphql(/* GraphQL */ `
  fragment AnswerTable_Analysis on Analysis {
    definition
    totalRows
    columns {
      key
      label
    }
    rows {
      keys
      dimensions
      measures
      margins
      states
    }
  }
`);

interface AnswerTableProps {
  readonly analysis: FragmentType<typeof AnswerTableAnalysis>;
  readonly measures: readonly AnalysisMeasure[];
  readonly label: string;
}

/** The rows of an answer: the values of the dimensions, then a figure for each measure. */
export function AnswerTable({ analysis: masked, measures, label }: AnswerTableProps) {
  const { columns, rows, definition, totalRows } = read(AnswerTableAnalysis, masked);
  const text = useWords(questionWords);
  const said = useValueNames();
  const dimensions = columns.slice(0, columns.length - measures.length);
  const counted = columns.slice(dimensions.length);
  return (
    <>
      <ScrollFrame label={label}>
        <table className={css.table}>
          <thead>
            <tr>
              {dimensions.length === 0 && <td />}
              {dimensions.map(({ key, label: name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
              {counted.map(({ key, label: name }) => (
                <th key={key} scope="col" colSpan={2}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={css.rows}>
            {rows.map(({ keys, dimensions: values, ...row }) => (
              <tr key={keys.join()}>
                {values.length === 0 && <th scope="row">{text.wholeTown}</th>}
                {values.map((value, at) => (
                  <th key={dimensions[at]?.key} scope="row">
                    {said(dimensions[at]?.key, value)}
                  </th>
                ))}
                {measures.map((measure, at) => (
                  <FigureCells
                    key={measure}
                    state={row.states[at] ?? 'NOT_YET'}
                    value={row.measures[at]}
                    margin={row.margins[at]}
                    unit={measure === 'ACCEPTANCE_RATE' ? 'RATIO' : 'COUNT'}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {rows.length < totalRows && <p>{text.rowsShown(rows.length, totalRows)}</p>}
      <p className={css.soft}>{definition}</p>
    </>
  );
}
