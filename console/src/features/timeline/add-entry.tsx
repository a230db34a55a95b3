import { useState } from 'react';
import { timelineWords } from '../../copy/timeline.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { useWords } from '../../lib/language.js';
import { openPathwaysOf } from '../follow-up/pathway-field.js';
import { AppointmentDialog } from './appointment-dialog.js';
import { NoteDialog } from './note-dialog.js';
import { StepDialog } from './step-dialog.js';
import css from './timeline.module.css';

export const AddEntryBeneficiary = graphql(/* GraphQL */ `
  fragment AddEntry_Beneficiary on Beneficiary {
    id
    access {
      scope
    }
    ...PathwayField_Beneficiary
  }
`);

/** What can be added to the file: only what the partner's scope allows. */
export function AddEntry({ person: masked }: { person: FragmentType<typeof AddEntryBeneficiary> }) {
  const person = read(AddEntryBeneficiary, masked);
  const { id, access } = person;
  const text = useWords(timelineWords);
  const [open, setOpen] = useState<'step' | 'note' | 'appointment'>();
  const pathways = openPathwaysOf(person);
  const close = () => setOpen(undefined);
  const followsUp = access.scope === 'FOLLOW_UP';
  return (
    <>
      <div className={css.add}>
        {pathways.length > 0 && <Button onPress={() => setOpen('step')}>{text.addStep}</Button>}
        {followsUp && (
          <>
            <Button onPress={() => setOpen('note')}>{text.addNote}</Button>
            <Button onPress={() => setOpen('appointment')}>{text.addAppointment}</Button>
          </>
        )}
      </div>
      {access.scope !== 'IDENTITY' && pathways.length === 0 && <p className={css.line}>{text.needPathway}</p>}
      {pathways.length > 0 && <StepDialog pathways={pathways} isOpen={open === 'step'} onClose={close} />}
      <NoteDialog person={id} isOpen={open === 'note'} onClose={close} />
      <AppointmentDialog person={id} isOpen={open === 'appointment'} onClose={close} />
    </>
  );
}
