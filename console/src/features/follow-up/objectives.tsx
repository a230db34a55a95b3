import { useState } from 'react';
import { objectiveStatusWords } from '../../copy/file-enums.js';
import { followUpWords } from '../../copy/follow-up.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { CommandButton } from '../../kit/command-button.js';
import { Badge, Panel } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { CloseObjectiveDialog } from './close-objective-dialog.js';
import css from './follow-up.module.css';
import { ObjectiveDialog } from './objective-dialog.js';
import { pathwaysFor } from './pathway-field.js';
import { objectiveTones } from './tones.js';

const ObjectivesBeneficiary = graphql(/* GraphQL */ `
  fragment Objectives_Beneficiary on Beneficiary {
    viewerCan
    ...PathwayField_Beneficiary
    objectives(first: 20) {
      nodes {
        id
        text
        status
        dueOn
        viewerCan
      }
    }
  }
`);

/** What the person wants to reach; objectives are set and closed here. */
export function ObjectivesPanel({ person: masked }: { person: FragmentType<typeof ObjectivesBeneficiary> }) {
  const person = read(ObjectivesBeneficiary, masked);
  const text = useWords(followUpWords);
  const states = useWords(objectiveStatusWords);
  const dates = useDates();
  const [isAdding, setAdding] = useState(false);
  const [closing, setClosing] = useState<string>();
  const pathways = pathwaysFor('SET_OBJECTIVE', person);
  const mayOpenPathway = person.viewerCan.includes('OPEN_PATHWAY');
  const { nodes } = person.objectives;
  const objective = nodes.find(({ id }) => id === closing);
  return (
    <Panel title={text.objectives}>
      {nodes.length === 0 && (
        <p className={css.soft}>
          {text.noObjective} {pathways.length === 0 && mayOpenPathway && text.needPathway}
        </p>
      )}
      <ul className={css.rows}>
        {nodes.map(({ id, text: words, status, dueOn, viewerCan }) => (
          <li key={id}>
            <div className={css.head}>
              <span>
                {words} {dueOn && <span className={css.soft}>{text.due(dates.date(dueOn))}</span>}
              </span>
              <Badge tone={objectiveTones[status]}>{states[status]}</Badge>
            </div>
            <CommandButton
              command="CLOSE_OBJECTIVE"
              offered={viewerCan}
              kind="plain"
              className={css.change ?? ''}
              aria-label={text.closeObjectiveOf(words)}
              onPress={() => setClosing(id)}
            >
              {text.closeObjective}
            </CommandButton>
          </li>
        ))}
      </ul>
      {pathways.length > 0 && (
        <>
          <Button onPress={() => setAdding(true)}>{text.addObjective}</Button>
          <ObjectiveDialog pathways={pathways} isOpen={isAdding} onClose={() => setAdding(false)} />
        </>
      )}
      {objective && (
        <CloseObjectiveDialog
          key={objective.id}
          objective={objective}
          onClose={() => setClosing(undefined)}
        />
      )}
    </Panel>
  );
}
