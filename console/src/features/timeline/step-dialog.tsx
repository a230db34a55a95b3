import { stepKindWords, visibilityWords } from '../../copy/enums.js';
import { timelineWords } from '../../copy/timeline.js';
import { useCommand } from '../../hub/command.js';
import type { StepKind, Visibility } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { Pair } from '../../kit/command-form.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { optionsOf, SelectField, TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { type OpenPathway, PathwayField } from '../follow-up/pathway-field.js';

const AddStep = graphql(/* GraphQL */ `
  mutation AddStep($input: AddStepInput!) {
    addStep(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface StepDialogProps {
  /** The pathways that are not closed; at least one. */
  readonly pathways: readonly OpenPathway[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds a step to a pathway. */
export function StepDialog({ pathways, isOpen, onClose }: StepDialogProps) {
  const text = useWords(timelineWords);
  const kinds = useWords(stepKindWords);
  const visibilities = useWords(visibilityWords);
  const command = useCommand(AddStep);
  const form = useForm(
    {
      pathway: pathways[0]?.id ?? '',
      kind: 'INTERVIEW' as StepKind,
      title: '',
      occurredOn: today(),
      visibility: 'SHARED' as Visibility,
    },
    ['title', 'occurredOn'],
    command.result,
  );
  const run = (confirmed: Confirmations) =>
    command.run({ input: { ...form.values, idempotencyKey: form.key, ...confirmed } });
  return (
    <CommandDialog
      title={text.addStep}
      action={text.add}
      done={text.stepAdded}
      {...{ isOpen, onClose, form, command, run }}
    >
      <PathwayField pathways={pathways} field={form.field('pathway')} />
      <TextField
        label={text.titleOfStep}
        hint={text.titleHint}
        maxLength={200}
        required
        {...form.field('title')}
      />
      <Pair>
        <SelectField label={text.kind} options={optionsOf(kinds)} {...form.field('kind')} />
        <TextField label={text.occurredOn} type="date" required {...form.field('occurredOn')} />
      </Pair>
      <SelectField label={text.visibility} options={optionsOf(visibilities)} {...form.field('visibility')} />
    </CommandDialog>
  );
}
