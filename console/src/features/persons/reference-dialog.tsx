import { fileWords } from '../../copy/file.js';
import { useCommand } from '../../hub/command.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const SetOwnReference = graphql(/* GraphQL */ `
  mutation SetOwnReference($input: SetOwnReferenceInput!) {
    setOwnReference(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface ReferenceDialogProps {
  readonly person: string;
  readonly reference: string;
  readonly onClose: () => void;
}

/** Sets the reference of the person in the software of the viewer's partner; an empty one removes it. */
export function ReferenceDialog({ person, reference, onClose }: ReferenceDialogProps) {
  const text = useWords(fileWords);
  const command = useCommand(SetOwnReference);
  const form = useForm({ ownReference: reference }, [], command.result);
  const run = () => {
    const ownReference = form.values.ownReference.trim();
    return command.run({ input: { beneficiary: person, ownReference: ownReference || null } });
  };
  return (
    <CommandDialog
      title={text.ownReference}
      action={text.saveReference}
      done={text.referenceSaved}
      isOpen
      {...{ onClose, form, command, run }}
    >
      <TextField
        label={text.reference}
        hint={text.referenceHint}
        maxLength={64}
        {...form.field('ownReference')}
      />
    </CommandDialog>
  );
}
