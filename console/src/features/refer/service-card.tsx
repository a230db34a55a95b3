import { obstacleWords } from '../../copy/enums.js';
import { referWords } from '../../copy/refer.js';
import type { ServiceCard_ServiceFragment } from '../../hub/gql/graphql.js';
import { graphql } from '../../hub/gql/index.js';
import { Badge } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import css from './refer.module.css';
import type { ChosenService } from './service-list.js';

export const ServiceCardService = graphql(/* GraphQL */ `
  fragment ServiceCard_Service on Service {
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
    declinedReferrals(beneficiary: $person) {
      totalCount
    }
  }
`);

interface ServiceCardProps {
  readonly service: ServiceCard_ServiceFragment;
  readonly isChosen: boolean;
  readonly onChoose: (chosen: ChosenService) => void;
}

/** A service to choose: its places, and in words why it cannot be chosen. */
export function ServiceCard({ service, isChosen, onChoose }: ServiceCardProps) {
  const text = useWords(referWords);
  const obstacles = useWords(obstacleWords);
  const { id, name, partner, capacity, referralObstacle: obstacle } = service;
  const places = capacity == null ? text.placesUnknown : text.places(capacity);
  return (
    <label className={css.service} data-blocked={obstacle ? true : undefined}>
      <input
        type="radio"
        name="service"
        checked={isChosen}
        disabled={Boolean(obstacle)}
        onChange={() => onChoose({ service: id, to: partner.id, label: serviceLabel(name, partner.name) })}
      />
      <span className={css.serviceText}>
        <strong>{name}</strong>
        <span className={css.meta}>
          {[partner.name, places, capacity != null && !service.capacityIsCurrent && text.placesOld]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {obstacle && <span className={css.meta}>{obstacles[obstacle]}</span>}
        {service.declinedReferrals.totalCount > 0 && <Badge tone="warn">{text.declinedBefore}</Badge>}
      </span>
    </label>
  );
}

/** How a chosen service is named. */
export function serviceLabel(service: string, partner: string): string {
  return `${service} · ${partner}`;
}
