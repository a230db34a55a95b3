import { useMemo, useState } from 'react';
import { obstacleWords, themeWords } from '../../copy/enums.js';
import { referWords } from '../../copy/refer.js';
import type { ServiceTheme } from '../../hub/gql/enums.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Empty } from '../../kit/answer-view.js';
import { optionsOf, SelectField, TextField } from '../../kit/field.js';
import { Badge } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { matchesText } from '../../lib/text.js';
import css from './refer.module.css';

export const ServiceChoicePartner = graphql(/* GraphQL */ `
  fragment ServiceChoice_Partner on Partner {
    id
    name
    services(first: 100) {
      nodes {
        id
        name
        status
        themes
        capacity
        capacityIsCurrent
        referralObstacle
        declinedReferrals(beneficiary: $person, first: 1) {
          nodes {
            id
          }
        }
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
  readonly partners: readonly FragmentType<typeof ServiceChoicePartner>[];
  readonly chosen: ChosenService | undefined;
  readonly onChoose: (chosen: ChosenService) => void;
}

/** The services of the other partners: by theme and words, with places and obstacles. */
export function ServiceChoice({ partners, chosen, onChoose }: ServiceChoiceProps) {
  const text = useWords(referWords);
  const themes = useWords(themeWords);
  const [theme, setTheme] = useState<ServiceTheme | ''>('');
  const [search, setSearch] = useState('');
  const all = read(ServiceChoicePartner, partners);
  const offered = useMemo(
    () =>
      all
        .flatMap(({ services, ...partner }) => services.nodes.map((service) => ({ service, partner })))
        .filter(({ service }) => service.status === 'OPEN')
        .filter(({ service }) => !theme || service.themes.includes(theme))
        .filter(({ service, partner }) => matchesText(`${service.name} ${partner.name}`, search))
        // Services that cannot take a referral come last.
        .sort(
          (a, b) => Number(a.service.referralObstacle !== null) - Number(b.service.referralObstacle !== null),
        ),
    [all, theme, search],
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
      {offered.length === 0 && <Empty>{text.noService}</Empty>}
      <div className={css.services}>
        {offered.map(({ service, partner }) => (
          <ServiceCard
            key={service.id}
            service={service}
            partner={partner.name}
            isChosen={chosen?.service === service.id}
            onChoose={() => onChoose({ service: service.id, partner: partner.id })}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ServiceCardProps {
  readonly service: {
    readonly name: string;
    readonly capacity?: number | null;
    readonly capacityIsCurrent: boolean;
    readonly referralObstacle?: keyof typeof obstacleWords.fr | null;
    readonly declinedReferrals: { readonly nodes: readonly unknown[] };
  };
  readonly partner: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function ServiceCard({ service, partner, isChosen, onChoose }: ServiceCardProps) {
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
          {[partner, places, capacity != null && !service.capacityIsCurrent && text.placesOld]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {obstacle && <span className={css.meta}>{obstacles[obstacle]}</span>}
        {service.declinedReferrals.nodes.length > 0 && <Badge tone="warn">{text.declinedBefore}</Badge>}
      </span>
    </label>
  );
}
