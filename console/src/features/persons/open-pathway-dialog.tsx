import { fileWords } from '../../copy/file.js';
import { useCommand } from '../../hub/command.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { ParagraphField, TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';

const OpenPathway = graphql(/* GraphQL */ `
  mutation OpenPathway($input: OpenPathwayInput!) {
    openPathway(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface OpenPathwayDialogProps {
  readonly person: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Opens a pathway of the person with the viewer's partner. */
export function OpenPathwayDialog({ person, isOpen, onClose }: OpenPathwayDialogProps) {
  const text = useWords(fileWords);
  const command = useCommand(OpenPathway);
  const form = useForm({ objective: '', startedOn: today() }, ['objective', 'startedOn'], command.result);
  const run = (confirmed: Confirmations) =>
    command.run({
      input: { beneficiary: person, ...form.values, idempotencyKey: form.key, ...confirmed },
    });
  return (
    <CommandDialog
      title={text.openPathway}
      action={text.openPathway}
      done={text.pathwayOpened}
      {...{ isOpen, onClose, form, command, run }}
    >
      <ParagraphField
        label={text.objective}
        hint={text.objectiveHint}
        rows={3}
        maxLength={2000}
        required
        {...form.field('objective')}
      />
      <TextField label={text.startedOn} type="date" max={today()} required {...form.field('startedOn')} />
    </CommandDialog>
  );
}
