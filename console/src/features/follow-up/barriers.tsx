import { useState } from 'react';
import { themeWords } from '../../copy/enums.js';
import { barrierStatusWords } from '../../copy/file-enums.js';
import { followUpWords } from '../../copy/follow-up.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { CommandButton } from '../../kit/command-button.js';
import { Badge, Panel } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { BarrierDialog } from './barrier-dialog.js';
import { ChangeBarrierDialog } from './change-barrier-dialog.js';
import css from './follow-up.module.css';
import { barrierTones } from './tones.js';

const BarriersBeneficiary = graphql(/* GraphQL */ `
  fragment Barriers_Beneficiary on Beneficiary {
    id
    viewerCan
    barriers(first: 20) {
      nodes {
        id
        theme
        note
        status
        viewerCan
        ...ChangeBarrierDialog_Barrier
      }
    }
  }
`);

/** What stands between the person and employment; barriers are recorded and resolved here. */
export function BarriersPanel({ person: masked }: { person: FragmentType<typeof BarriersBeneficiary> }) {
  const { id: person, viewerCan: offered, barriers } = read(BarriersBeneficiary, masked);
  const text = useWords(followUpWords);
  const themes = useWords(themeWords);
  const states = useWords(barrierStatusWords);
  const [isAdding, setAdding] = useState(false);
  const [changing, setChanging] = useState<string>();
  const { nodes } = barriers;
  const changed = nodes.find(({ id }) => id === changing);
  return (
    <Panel title={text.barriers}>
      {nodes.length === 0 && <p className={css.soft}>{text.noBarrier}</p>}
      <ul className={css.rows}>
        {nodes.map(({ id, theme, note, status, viewerCan }) => (
          <li key={id}>
            <div className={css.head}>
              <span>{themes[theme]}</span>
              <Badge tone={barrierTones[status]}>{states[status]}</Badge>
            </div>
            {note && <p className={css.soft}>{note}</p>}
            <CommandButton
              command="CHANGE_BARRIER"
              offered={viewerCan}
              kind="plain"
              className={css.change ?? ''}
              aria-label={text.changeBarrierOf(themes[theme])}
              onPress={() => setChanging(id)}
            >
              {text.changeBarrier}
            </CommandButton>
          </li>
        ))}
      </ul>
      <CommandButton command="RECORD_BARRIER" offered={offered} onPress={() => setAdding(true)}>
        {text.addBarrier}
      </CommandButton>
      <BarrierDialog person={person} isOpen={isAdding} onClose={() => setAdding(false)} />
      {changed && (
        <ChangeBarrierDialog key={changed.id} barrier={changed} onClose={() => setChanging(undefined)} />
      )}
    </Panel>
  );
}
