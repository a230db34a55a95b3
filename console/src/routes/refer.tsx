import { Link, useParams } from '@tanstack/react-router';
import { referWords } from '../copy/refer.js';
import { ReferForm } from '../features/refer/refer-form.js';
import { useAnswer } from '../hub/answer.js';
import { graphql } from '../hub/gql/index.js';
import { AnswerView, Empty } from '../kit/answer-view.js';
import { Page } from '../kit/page.js';
import { useWords } from '../lib/language.js';

const ReferQuery = graphql(/* GraphQL */ `
  query Refer($person: ID!) {
    viewer {
      partner {
        id
      }
    }
    beneficiary(id: $person) {
      firstName
      lastName
    }
  }
`);

/** Refers a person to a service of another partner. */
export function ReferScreen() {
  const { id } = useParams({ from: '/personnes/$id/orienter' });
  const text = useWords(referWords);
  const answer = useAnswer(ReferQuery, { person: id }, { on: ['sharings'] });
  return (
    <AnswerView answer={answer} lines={12}>
      {({ viewer, beneficiary }) =>
        beneficiary ? (
          <Page
            title={text.title(`${beneficiary.firstName} ${beneficiary.lastName}`)}
            documentTitle={text.documentTitle}
            aside={
              <Link to="/personnes/$id" params={{ id }} search={{}}>
                {text.back}
              </Link>
            }
          >
            <ReferForm person={id} own={viewer.partner.id} />
          </Page>
        ) : (
          <Page title={text.documentTitle}>
            <Empty>{text.absent}</Empty>
          </Page>
        )
      }
    </AnswerView>
  );
}
