import { followUpWords } from '../../copy/follow-up.js';
import { useCommand } from '../../hub/command.js';
import type { ObjectiveStatus } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { optionsOf, SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const CloseObjective = graphql(/* GraphQL */ `
  mutation CloseObjective($input: CloseObjectiveInput!) {
    closeObjective(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface CloseObjectiveDialogProps {
  readonly objective: { readonly id: string; readonly text: string };
  readonly onClose: () => void;
}

/** Records whether an objective was reached. */
export function CloseObjectiveDialog({ objective, onClose }: CloseObjectiveDialogProps) {
  const text = useWords(followUpWords);
  const command = useCommand(CloseObjective);
  const form = useForm({ status: '' as ObjectiveStatus | '' }, ['status'], command.result);
  const run = () =>
    command.run({
      input: { objective: objective.id, status: form.values.status as ObjectiveStatus },
    });
  return (
    <CommandDialog
      title={text.closeObjectiveOf(objective.text)}
      action={text.record}
      done={text.objectiveClosed}
      isOpen
      {...{ onClose, form, command, run }}
    >
      <SelectField<ObjectiveStatus | ''>
        label={text.objectiveResult}
        hint={text.once}
        required
        options={[['', text.choose], ...optionsOf(text.objectiveResults)]}
        {...form.field('status')}
      />
    </CommandDialog>
  );
}
