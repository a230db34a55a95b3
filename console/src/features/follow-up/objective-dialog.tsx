import { followUpWords } from '../../copy/follow-up.js';
import { useCommand } from '../../hub/command.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { ParagraphField, TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';
import { type OpenPathway, PathwayField } from './pathway-field.js';

const SetObjective = graphql(/* GraphQL */ `
  mutation SetObjective($input: SetObjectiveInput!) {
    setObjective(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface ObjectiveDialogProps {
  /** At least one. */
  readonly pathways: readonly OpenPathway[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Sets an objective on a pathway. */
export function ObjectiveDialog({ pathways, isOpen, onClose }: ObjectiveDialogProps) {
  const text = useWords(followUpWords);
  const command = useCommand(SetObjective);
  const form = useForm({ pathway: pathways[0]?.id ?? '', text: '', dueOn: '' }, ['text'], command.result);
  const run = (confirmed: Confirmations) => {
    const { dueOn, ...values } = form.values;
    return command.run({
      input: { ...values, dueOn: dueOn || null, idempotencyKey: form.key, ...confirmed },
    });
  };
  return (
    <CommandDialog
      title={text.addObjective}
      action={text.record}
      done={text.objectiveAdded}
      {...{ isOpen, onClose, form, command, run }}
    >
      <PathwayField pathways={pathways} field={form.field('pathway')} />
      <ParagraphField
        label={text.objective}
        hint={text.objectiveHint}
        rows={3}
        maxLength={500}
        required
        {...form.field('text')}
      />
      <TextField label={text.dueOn} type="date" {...form.field('dueOn')} />
    </CommandDialog>
  );
}
