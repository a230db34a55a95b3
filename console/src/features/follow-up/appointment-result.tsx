import { useState } from 'react';
import { followUpWords } from '../../copy/follow-up.js';
import { useCommand } from '../../hub/command.js';
import type { AppointmentStatus } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { optionsOf, SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { isPast } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './follow-up.module.css';

const CloseAppointment = graphql(/* GraphQL */ `
  mutation CloseAppointment($input: CloseAppointmentInput!) {
    closeAppointment(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface AppointmentResultProps {
  readonly appointment: { readonly id: string; readonly at: string; readonly subject: string };
}

/** Records the result of an appointment; before its time, it can only be cancelled. */
export function AppointmentResult({ appointment: { id, at, subject } }: AppointmentResultProps) {
  const text = useWords(followUpWords);
  const [isOpen, setOpen] = useState(false);
  const command = useCommand(CloseAppointment);
  const isOver = isPast(at);
  const form = useForm({ status: '' as AppointmentStatus | '' }, isOver ? ['status'] : [], command.result);
  const run = () => command.run({ input: { appointment: id, status: form.values.status || 'CANCELLED' } });
  return (
    <>
      <Button kind="plain" className={css.change ?? ''} onPress={() => setOpen(true)}>
        {isOver ? text.recordResult : text.cancelAppointment}
      </Button>
      <CommandDialog
        title={isOver ? text.resultOf(subject) : text.cancelAppointment}
        action={isOver ? text.record : text.cancelAppointment}
        done={text.resultRecorded}
        onClose={() => setOpen(false)}
        {...{ isOpen, form, command, run }}
      >
        {isOver ? (
          <SelectField<AppointmentStatus | ''>
            label={text.appointmentResult}
            hint={text.once}
            required
            options={[['', text.choose], ...optionsOf(text.appointmentResults)]}
            {...form.field('status')}
          />
        ) : (
          <p>{text.appointmentCancels}</p>
        )}
      </CommandDialog>
    </>
  );
}
