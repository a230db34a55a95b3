import { timelineWords } from '../../copy/timeline.js';
import { useCommand } from '../../hub/command.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { Pair } from '../../kit/command-form.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { townMoment } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';

const PlanAppointment = graphql(/* GraphQL */ `
  mutation PlanAppointment($input: PlanAppointmentInput!) {
    planAppointment(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface AppointmentDialogProps {
  readonly person: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes an appointment with the person, at a time of the town. */
export function AppointmentDialog({ person, isOpen, onClose }: AppointmentDialogProps) {
  const text = useWords(timelineWords);
  const command = useCommand(PlanAppointment);
  const form = useForm({ subject: '', at: '', place: '' }, ['subject', 'at'], command.result);
  const { subject, at, place } = form.values;
  const run = (confirmed: Confirmations) =>
    command.run({
      input: {
        ...{ beneficiary: person, subject, at: townMoment(at), place: place.trim() || null },
        idempotencyKey: form.key,
        ...confirmed,
      },
    });
  return (
    <CommandDialog
      title={text.addAppointment}
      action={text.add}
      done={text.appointmentAdded}
      {...{ isOpen, onClose, form, command, run }}
    >
      <TextField label={text.subject} maxLength={200} required {...form.field('subject')} />
      <Pair>
        <TextField label={text.at} type="datetime-local" required {...form.field('at')} />
        <TextField label={text.placeOptional} maxLength={200} {...form.field('place')} />
      </Pair>
    </CommandDialog>
  );
}
