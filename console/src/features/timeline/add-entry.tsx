import { useState } from 'react';
import { timelineWords } from '../../copy/timeline.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { CommandButton } from '../../kit/command-button.js';
import { useWords } from '../../lib/language.js';
import { pathwaysFor } from '../follow-up/pathway-field.js';
import { AppointmentDialog } from './appointment-dialog.js';
import { NoteDialog } from './note-dialog.js';
import { StepDialog } from './step-dialog.js';
import css from './timeline.module.css';

export const AddEntryBeneficiary = graphql(/* GraphQL */ `
  fragment AddEntry_Beneficiary on Beneficiary {
    id
    viewerCan
    ...PathwayField_Beneficiary
  }
`);

/** What the viewer may add to the file. */
export function AddEntry({ person: masked }: { person: FragmentType<typeof AddEntryBeneficiary> }) {
  const person = read(AddEntryBeneficiary, masked);
  const { id, viewerCan } = person;
  const text = useWords(timelineWords);
  const [open, setOpen] = useState<'step' | 'note' | 'appointment'>();
  const pathways = pathwaysFor('ADD_STEP', person);
  const close = () => setOpen(undefined);
  return (
    <>
      <div className={css.add}>
        {pathways.length > 0 && <Button onPress={() => setOpen('step')}>{text.addStep}</Button>}
        <CommandButton command="WRITE_NOTE" offered={viewerCan} onPress={() => setOpen('note')}>
          {text.addNote}
        </CommandButton>
        <CommandButton command="PLAN_APPOINTMENT" offered={viewerCan} onPress={() => setOpen('appointment')}>
          {text.addAppointment}
        </CommandButton>
      </div>
      {viewerCan.includes('OPEN_PATHWAY') && pathways.length === 0 && (
        <p className={css.line}>{text.needPathway}</p>
      )}
      {pathways.length > 0 && <StepDialog pathways={pathways} isOpen={open === 'step'} onClose={close} />}
      <NoteDialog person={id} isOpen={open === 'note'} onClose={close} />
      <AppointmentDialog person={id} isOpen={open === 'appointment'} onClose={close} />
    </>
  );
}
