import { useState } from 'react';
import { fileWords } from '../../copy/file.js';
import { pathwayStatusWords } from '../../copy/file-enums.js';
import type { Pathways_BeneficiaryFragment } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { CommandButton } from '../../kit/command-button.js';
import { Badge, Panel } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { OpenPathwayDialog } from './open-pathway-dialog.js';
import css from './person.module.css';

const PathwaysBeneficiary = graphql(/* GraphQL */ `
  fragment Pathways_Beneficiary on Beneficiary {
    id
    viewerCan
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
          name
        }
      }
    }
  }
`);

type PathwayNode = Pathways_BeneficiaryFragment['pathways']['nodes'][number];

interface PathwaysPanelProps {
  readonly person: FragmentType<typeof PathwaysBeneficiary>;
}

/** The person's pathways with all partners. */
export function PathwaysPanel({ person: masked }: PathwaysPanelProps) {
  const { id, viewerCan, access, pathways } = read(PathwaysBeneficiary, masked);
  const text = useWords(fileWords);
  const [isOpening, setOpening] = useState(false);
  return (
    <Panel title={text.pathways}>
      {pathways.nodes.length === 0 && (
        <p className={css.soft}>{access.scope === 'IDENTITY' ? text.noPathwayScope : text.noPathway}</p>
      )}
      <ul className={css.rows}>
        {pathways.nodes.map((pathway) => (
          <PathwayRow key={pathway.id} pathway={pathway} />
        ))}
      </ul>
      <CommandButton command="OPEN_PATHWAY" offered={viewerCan} onPress={() => setOpening(true)}>
        {text.openPathway}
      </CommandButton>
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
