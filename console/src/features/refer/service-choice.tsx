import { useState } from 'react';
import { obstacleWords, themeWords } from '../../copy/enums.js';
import { referWords } from '../../copy/refer.js';
import { useAnswer } from '../../hub/answer.js';
import type { ServiceTheme } from '../../hub/gql/enums.js';
import type { ServiceChoiceQuery as ServiceChoiceData } from '../../hub/gql/graphql.js';
import { graphql } from '../../hub/gql/index.js';
import { AnswerView, Empty } from '../../kit/answer-view.js';
import { optionsOf, SelectField, TextField } from '../../kit/field.js';
import { Badge } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { useSettled } from '../../lib/settled.js';
import css from './refer.module.css';

const ServiceChoiceQuery = graphql(/* GraphQL */ `
  query ServiceChoice($person: ID!, $filter: ServiceFilter) {
    services(filter: $filter, first: 100) {
      nodes {
        id
        name
        status
        capacity
        capacityIsCurrent
        referralObstacle
        partner {
          id
          name
        }
        declinedReferrals(beneficiary: $person, first: 1) {
          nodes {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** A service, and the partner that offers it. */
export interface ChosenService {
  readonly service: string;
  readonly partner: string;
}

interface ServiceChoiceProps {
  readonly person: string;
  /** The viewer's partner: nobody refers to themselves. */
  readonly own: string;
  readonly chosen: ChosenService | undefined;
  readonly onChoose: (chosen: ChosenService) => void;
}

/** The services of the other partners: by theme and words, with places and obstacles. */
export function ServiceChoice({ person, own, chosen, onChoose }: ServiceChoiceProps) {
  const text = useWords(referWords);
  const themes = useWords(themeWords);
  const [theme, setTheme] = useState<ServiceTheme | ''>('');
  const [search, setSearch] = useState('');
  const searched = useSettled(search.trim());
  const answer = useAnswer(
    ServiceChoiceQuery,
    { person, filter: { search: searched || null, themes: theme ? [theme] : null } },
    { on: ['sharings'] },
  );
  return (
    <fieldset className={css.choice}>
      <legend className={css.legend}>{text.chooseService}</legend>
      <div className={css.filters}>
        <TextField label={text.search} type="search" value={search} onChange={setSearch} />
        <SelectField<ServiceTheme | ''>
          label={text.theme}
          value={theme}
          options={[['', text.anyTheme], ...optionsOf(themes)]}
          onChange={setTheme}
        />
      </div>
      <AnswerView answer={answer} lines={12}>
        {({ services: { nodes, pageInfo } }) => (
          <>
            <Services services={offeredOf(nodes, own)} chosen={chosen} onChoose={onChoose} />
            {pageInfo.hasNextPage && <p className={css.meta}>{text.moreServices}</p>}
          </>
        )}
      </AnswerView>
    </fieldset>
  );
}

type Service = ServiceChoiceData['services']['nodes'][number];

/** The open services of other partners. Those that cannot take a referral come last. */
function offeredOf(services: readonly Service[], own: string): Service[] {
  return services
    .filter(({ status, partner }) => status === 'OPEN' && partner.id !== own)
    .sort((a, b) => Number(a.referralObstacle !== null) - Number(b.referralObstacle !== null));
}

interface ServicesProps extends Pick<ServiceChoiceProps, 'chosen' | 'onChoose'> {
  readonly services: readonly Service[];
}

function Services({ services, chosen, onChoose }: ServicesProps) {
  const text = useWords(referWords);
  if (services.length === 0) return <Empty>{text.noService}</Empty>;
  return (
    <div className={css.services}>
      {services.map((service) => (
        <ServiceCard
          key={service.id}
          service={service}
          isChosen={chosen?.service === service.id}
          onChoose={() => onChoose({ service: service.id, partner: service.partner.id })}
        />
      ))}
    </div>
  );
}

interface ServiceCardProps {
  readonly service: Service;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function ServiceCard({ service, isChosen, onChoose }: ServiceCardProps) {
  const text = useWords(referWords);
  const obstacles = useWords(obstacleWords);
  const { capacity, referralObstacle: obstacle } = service;
  const places = capacity == null ? text.placesUnknown : text.places(capacity);
  return (
    <label className={css.service} data-blocked={obstacle ? true : undefined}>
      <input
        type="radio"
        name="service"
        checked={isChosen}
        disabled={Boolean(obstacle)}
        onChange={onChoose}
      />
      <span className={css.serviceText}>
        <strong>{service.name}</strong>
        <span className={css.meta}>
          {[service.partner.name, places, capacity != null && !service.capacityIsCurrent && text.placesOld]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {obstacle && <span className={css.meta}>{obstacles[obstacle]}</span>}
        {service.declinedReferrals.nodes.length > 0 && <Badge tone="warn">{text.declinedBefore}</Badge>}
      </span>
    </label>
  );
}
