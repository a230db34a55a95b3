import { visibilityWords } from '../../copy/enums.js';
import { timelineWords } from '../../copy/timeline.js';
import { useCommand } from '../../hub/command.js';
import type { Visibility } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { optionsOf, ParagraphField, SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const WriteNote = graphql(/* GraphQL */ `
  mutation WriteNote($input: WriteNoteInput!) {
    writeNote(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface NoteDialogProps {
  readonly person: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Writes a note; only for the own partner unless the author shares it. */
export function NoteDialog({ person, isOpen, onClose }: NoteDialogProps) {
  const text = useWords(timelineWords);
  const visibilities = useWords(visibilityWords);
  const command = useCommand(WriteNote);
  const form = useForm({ text: '', visibility: 'PARTNER' as Visibility }, ['text'], command.result);
  const run = (confirmed: Confirmations) =>
    command.run({
      input: { beneficiary: person, ...form.values, idempotencyKey: form.key, ...confirmed },
    });
  return (
    <CommandDialog
      title={text.addNote}
      action={text.add}
      done={text.noteAdded}
      {...{ isOpen, onClose, form, command, run }}
    >
      <ParagraphField
        label={text.text}
        hint={text.textHint}
        rows={6}
        maxLength={5000}
        required
        {...form.field('text')}
      />
      <SelectField label={text.visibility} options={optionsOf(visibilities)} {...form.field('visibility')} />
    </CommandDialog>
  );
}
