import { useEffect, useRef, useState } from 'react';
import { questionWords } from '../../copy/questions.js';
import { useAnswer } from '../../hub/answer.js';
import { graphql } from '../../hub/gql/index.js';
import { useHub } from '../../hub/hub.js';
import { useViewerCan } from '../../hub/viewer-can.js';
import { AnswerView } from '../../kit/answer-view.js';
import { CommandButton } from '../../kit/command-button.js';
import { Panel } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { AnswerTable } from './answer-table.js';
import { CsvButton } from './csv-button.js';
import css from './figures.module.css';
import { Legend } from './legend.js';
import { Provenance } from './provenance.js';
import { inputOf, type Question } from './question.js';
import { SaveQuestionDialog } from './save-question-dialog.js';
import { WithPartners } from './with-partners.js';

const AnswerQuery = graphql(/* GraphQL */ `
  query Answer($input: AnalysisInput!) {
    committee {
      analysis(input: $input) {
        release {
          ...Provenance_Release
        }
        rows {
          margins
          states
        }
        ...AnswerTable_Analysis
        ...WithPartners_Analysis
      }
    }
  }
`);

const AnswerCsvQuery = graphql(/* GraphQL */ `
  query AnswerCsv($input: AnalysisInput!) {
    committee {
      analysis(input: $input) {
        csv
      }
    }
  }
`);

interface AnswerProps {
  readonly question: Question;
  /** The question in one sentence. */
  readonly sentence: string;
  /** Whether the user has just asked: the answer gets the focus and comes into view. */
  readonly isAsked: boolean;
}

/** The answer to a question, with what its margins and hidden cells mean. */
export function AnswerPanel({ question, sentence, isAsked }: AnswerProps) {
  const text = useWords(questionWords);
  const input = inputOf(question);
  const answer = useAnswer(AnswerQuery, { input });
  const { client } = useHub();
  const viewerCan = useViewerCan();
  const [isSaving, setSaving] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    frame.current?.focus();
    frame.current?.scrollIntoView({ block: 'start' });
  }, [isAsked]);
  const readCsv = async () => {
    const asked = client.query(AnswerCsvQuery, { input }, { requestPolicy: 'network-only' });
    return (await asked.toPromise()).data?.committee?.analysis.csv;
  };
  return (
    <div ref={frame} className={css.asked} tabIndex={-1}>
      <Panel title={sentence}>
        <AnswerView answer={answer} lines={8}>
          {({ committee }) =>
            committee && (
              <>
                <Provenance release={committee.analysis.release} />
                <AnswerTable analysis={committee.analysis} measures={question.measures} label={sentence} />
                <WithPartners analysis={committee.analysis} />
                <Legend
                  states={committee.analysis.rows.flatMap(({ states }) => states)}
                  hasMargins={committee.analysis.rows.some(({ margins }) => margins.some(Boolean))}
                />
                <div className={css.buttons}>
                  <CommandButton command="SAVE_ANALYSIS" offered={viewerCan} onPress={() => setSaving(true)}>
                    {text.save}
                  </CommandButton>
                  <CsvButton file={text.csvFile} read={readCsv} />
                </div>
              </>
            )
          }
        </AnswerView>
        <SaveQuestionDialog
          input={input}
          sentence={sentence}
          isOpen={isSaving}
          onClose={() => setSaving(false)}
        />
      </Panel>
    </div>
  );
}
