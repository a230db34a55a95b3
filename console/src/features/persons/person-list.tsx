import { useState } from 'react';
import { answerWords } from '../../copy/answer.js';
import { personsWords } from '../../copy/persons.js';
import { type Answer, useAnswer } from '../../hub/answer.js';
import type { PersonListQuery as PersonListData, PersonListQueryVariables } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql } from '../../hub/gql/index.js';
import type { Topic } from '../../hub/live.js';
import { AnswerView, Empty } from '../../kit/answer-view.js';
import { Button } from '../../kit/button.js';
import { useWords } from '../../lib/language.js';
import css from './person-list.module.css';
import { PersonRow, type PersonRowBeneficiary } from './person-row.js';

export const PersonListQuery = graphql(/* GraphQL */ `
  query PersonList($filter: BeneficiaryFilter, $orderBy: BeneficiaryOrder, $after: String) {
    beneficiaries(filter: $filter, orderBy: $orderBy, first: 30, after: $after) {
      nodes {
        id
        ...PersonRow_Beneficiary
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The topics that change the list. */
export const personListTopics: readonly Topic[] = ['persons', 'sharings'];

interface PersonListProps {
  readonly variables: PersonListQueryVariables;
  /** Whether nobody is found because of a search or a filter. */
  readonly isFiltered: boolean;
}

/** The persons whom the viewer's partner sees, as a table; more of them when they are asked for. */
export function PersonList(props: PersonListProps & { answer: Answer<PersonListData> }) {
  const { answer, isFiltered } = props;
  const text = useWords(personsWords);
  return (
    <AnswerView answer={answer} lines={10}>
      {({ beneficiaries: { nodes, pageInfo } }) =>
        nodes.length === 0 ? (
          <Empty>
            <p>{isFiltered ? text.emptyFound : text.empty}</p>
          </Empty>
        ) : (
          <>
            <PersonTable nodes={nodes} />
            <NextPage {...props} after={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
          </>
        )
      }
    </AnswerView>
  );
}

function NextPage(props: PersonListProps & { after: string | null | undefined }) {
  const { after, variables } = props;
  const { more } = useWords(answerWords);
  const [goesOn, setGoesOn] = useState(false);
  if (!after) return null;
  if (goesOn) return <FurtherPage {...props} variables={{ ...variables, after }} />;
  return (
    <p>
      <Button onPress={() => setGoesOn(true)}>{more}</Button>
    </p>
  );
}

function FurtherPage(props: PersonListProps) {
  const answer = useAnswer(PersonListQuery, props.variables, { on: personListTopics });
  return (
    <AnswerView answer={answer} lines={10}>
      {({ beneficiaries: { nodes, pageInfo } }) => (
        <>
          <PersonTable nodes={nodes} />
          <NextPage {...props} after={pageInfo.hasNextPage ? pageInfo.endCursor : null} />
        </>
      )}
    </AnswerView>
  );
}

type Row = FragmentType<typeof PersonRowBeneficiary> & { readonly id: string };

function PersonTable({ nodes }: { nodes: readonly Row[] }) {
  const text = useWords(personsWords);
  const { name, born, district, referent, lastContact, sees } = text.columns;
  return (
    <table className={css.table} aria-label={text.list}>
      <thead>
        <tr>
          {[name, born, district, referent, lastContact, sees].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <PersonRow key={node.id} person={node} />
        ))}
      </tbody>
    </table>
  );
}
