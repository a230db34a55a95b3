import { useState } from 'react';
import { answerWords } from '../../copy/answer.js';
import { referWords } from '../../copy/refer.js';
import { useAnswer } from '../../hub/answer.js';
import type { ServiceTheme } from '../../hub/gql/enums.js';
import { graphql, read } from '../../hub/gql/index.js';
import { AnswerView, Empty } from '../../kit/answer-view.js';
import { Button } from '../../kit/button.js';
import { useWords } from '../../lib/language.js';
import css from './refer.module.css';
import { ServiceCard, ServiceCardService } from './service-card.js';

const ServiceListQuery = graphql(/* GraphQL */ `
  query ServiceList($person: ID!, $filter: ServiceFilter, $after: String) {
    viewer {
      partner {
        id
      }
    }
    services(filter: $filter, first: 30, after: $after) {
      nodes {
        ...ServiceCard_Service
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A service, and the partner that offers it. */
export interface ChosenService {
  readonly service: string;
  readonly to: string;
  /** The names of both. */
  readonly label: string;
}

interface ServiceListProps {
  readonly person: string;
  readonly search: string;
  readonly theme: ServiceTheme | '';
  /** The id of the chosen service. */
  readonly chosen: string;
  readonly onChoose: (chosen: ChosenService) => void;
}

/** The services of the other partners that match, a page at a time. */
export function ServiceList(props: ServiceListProps) {
  return (
    <div className={css.services}>
      <ServicePage key={`${props.search} ${props.theme}`} {...props} after={null} />
    </div>
  );
}

function ServicePage({ after, ...props }: ServiceListProps & { after: string | null }) {
  const { person, search, theme, chosen, onChoose } = props;
  const text = useWords(referWords);
  const { more } = useWords(answerWords);
  const [goesOn, setGoesOn] = useState(false);
  const filter = { search: search.trim() || null, themes: theme ? [theme] : null };
  const answer = useAnswer(ServiceListQuery, { person, filter, after });
  return (
    <AnswerView answer={answer} lines={8}>
      {({ viewer, services: { nodes, pageInfo } }) => {
        const offered = read(ServiceCardService, nodes)
          .filter(({ status, partner }) => status === 'OPEN' && partner.id !== viewer.partner.id)
          // Services that cannot take a referral come last.
          .sort((a, b) => Number(Boolean(a.referralObstacle)) - Number(Boolean(b.referralObstacle)));
        const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        return (
          <>
            {offered.length === 0 && !next && !after && <Empty>{text.noService}</Empty>}
            {offered.map((service) => (
              <ServiceCard
                key={service.id}
                service={service}
                isChosen={chosen === service.id}
                onChoose={onChoose}
              />
            ))}
            {next && !goesOn && <Button onPress={() => setGoesOn(true)}>{more}</Button>}
            {next && goesOn && <ServicePage {...props} after={next} />}
          </>
        );
      }}
    </AnswerView>
  );
}
