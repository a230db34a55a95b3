import { subjectWords } from '../../copy/figures.js';
import { periodWords } from '../../copy/periods.js';
import { dimensionWords, measureWords, questionLogWords } from '../../copy/question-log.js';
import { questionWords } from '../../copy/questions.js';
import type { LoggedQuestion_CommitteeQuestionFragment as Logged } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Badge } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { wholePeriodsIn } from '../../lib/periods.js';
import { TitledCell } from './figure-table.js';
import { usePeriodNames } from './period-names.js';

export const LoggedQuestionEntry = graphql(/* GraphQL */ `
  fragment LoggedQuestion_CommitteeQuestion on CommitteeQuestion {
    askedAt
    partner {
      name
    }
    member {
      name
    }
    subject
    measures
    by
    from
    until
    values {
      dimension
    }
    rows
    withheld
    overlapping
  }
`);

/** From how many overlapping questions within 24 hours the hub notifies the coordinator and the officer. */
const notifiedFrom = 50;

/** A line of the log: who asked what and when, how much stayed hidden, and the length of the series. */
export function LoggedQuestion({ entry }: { entry: FragmentType<typeof LoggedQuestionEntry> }) {
  const logged = read(LoggedQuestionEntry, entry);
  const { askedAt, partner, member, rows, measures, withheld, overlapping } = logged;
  const text = useWords(questionLogWords);
  const dates = useDates();
  const say = useLoggedSentence();
  return (
    <tr>
      <th scope="row">{dates.moment(askedAt)}</th>
      <TitledCell title={text.asker}>{[partner.name, member?.name].filter(Boolean).join(', ')}</TitledCell>
      <TitledCell title={text.question}>{say(logged)}</TitledCell>
      <TitledCell title={text.withheld}>{text.withheldOf(withheld, rows * measures.length)}</TitledCell>
      <TitledCell title={text.series}>
        {overlapping} {overlapping >= notifiedFrom && <Badge tone="accent">{text.notified}</Badge>}
      </TitledCell>
    </tr>
  );
}

/** How a question of the log is said. The values of its filter are not: their names may have changed since. */
function useLoggedSentence(): (logged: Logged) => string {
  const text = useWords(questionWords);
  const subjects = useWords(subjectWords);
  const measureNames = useWords(measureWords);
  const dimensionNames = useWords(dimensionWords);
  const { range } = useWords(periodWords);
  const periodName = usePeriodNames();
  return ({ subject, measures, by, from, until, values }) => {
    const [first, last] = wholePeriodsIn({ from, until });
    return text.sentence({
      subject: subjects[subject],
      measures: measures.map((it) => measureNames[it]),
      by: by.map((it) => dimensionNames[it]),
      only: values.map(({ dimension }) => dimensionNames[dimension]),
      period: first === last ? periodName(first) : range(periodName(first), periodName(last)),
    });
  };
}
