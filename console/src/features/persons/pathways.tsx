import { useState } from 'react';
import { fileWords } from '../../copy/file.js';
import { pathwayStatusWords } from '../../copy/file-enums.js';
import type { Pathways_BeneficiaryFragment } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { Badge, Panel } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { OpenPathwayDialog } from './open-pathway-dialog.js';
import css from './person.module.css';

const PathwaysBeneficiary = graphql(/* GraphQL */ `
  fragment Pathways_Beneficiary on Beneficiary {
    id
    access {
      scope
    }
    pathways(first: 20) {
      nodes {
        id
        objective
        status
        startedOn
        closedOn
        partner {
          id
          name
        }
      }
    }
  }
`);

type PathwayNode = Pathways_BeneficiaryFragment['pathways']['nodes'][number];

interface PathwaysPanelProps {
  readonly person: FragmentType<typeof PathwaysBeneficiary>;
  /** The id of the viewer's partner. */
  readonly own: string;
}

/** The person's pathways with all partners. */
export function PathwaysPanel({ person: masked, own }: PathwaysPanelProps) {
  const { id, access, pathways } = read(PathwaysBeneficiary, masked);
  const text = useWords(fileWords);
  const [isOpening, setOpening] = useState(false);
  const seesPathways = access.scope !== 'IDENTITY';
  const hasOwn = pathways.nodes.some((it) => it.partner.id === own && it.status !== 'CLOSED');
  return (
    <Panel title={text.pathways}>
      {pathways.nodes.length === 0 && (
        <p className={css.soft}>{seesPathways ? text.noPathway : text.noPathwayScope}</p>
      )}
      <ul className={css.rows}>
        {pathways.nodes.map((pathway) => (
          <PathwayRow key={pathway.id} pathway={pathway} />
        ))}
      </ul>
      {seesPathways && !hasOwn && (
        <div>
          <Button onPress={() => setOpening(true)}>{text.openPathway}</Button>
        </div>
      )}
      <OpenPathwayDialog person={id} isOpen={isOpening} onClose={() => setOpening(false)} />
    </Panel>
  );
}

const pathwayTones = { OPEN: 'good', SUSPENDED: 'warn', CLOSED: 'quiet' } as const;

function PathwayRow({ pathway }: { pathway: PathwayNode }) {
  const text = useWords(fileWords);
  const states = useWords(pathwayStatusWords);
  const dates = useDates();
  const { partner, objective, status, startedOn, closedOn } = pathway;
  return (
    <li>
      <div className={css.head}>
        <h3>{partner.name}</h3>
        <Badge tone={pathwayTones[status]}>{states[status]}</Badge>
      </div>
      <p>{objective}</p>
      <p className={css.soft}>
        {closedOn
          ? text.fromTo(dates.date(startedOn), dates.date(closedOn))
          : text.since(dates.date(startedOn))}
      </p>
    </li>
  );
}
