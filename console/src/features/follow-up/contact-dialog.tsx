import { contactKindWords } from '../../copy/file-enums.js';
import { followUpWords } from '../../copy/follow-up.js';
import { useCommand } from '../../hub/command.js';
import type { ContactKind } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { CheckField, optionsOf, SelectField, TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

const AddContact = graphql(/* GraphQL */ `
  mutation AddContact($input: AddContactInput!) {
    addContact(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const inputTypes = { PHONE: 'tel', EMAIL: 'email', ADDRESS: 'text' } as const;

interface ContactDialogProps {
  readonly person: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Records how the person can be reached. */
export function ContactDialog({ person, isOpen, onClose }: ContactDialogProps) {
  const text = useWords(followUpWords);
  const kinds = useWords(contactKindWords);
  const command = useCommand(AddContact);
  const form = useForm(
    { kind: 'PHONE' as ContactKind, value: '', preferred: false },
    ['value'],
    command.result,
  );
  const { kind } = form.values;
  const run = () => command.run({ input: { beneficiary: person, ...form.values, idempotencyKey: form.key } });
  return (
    <CommandDialog
      title={text.addContact}
      action={text.record}
      done={text.contactAdded}
      {...{ isOpen, onClose, form, command, run }}
    >
      <SelectField label={text.contactKind} options={optionsOf(kinds)} {...form.field('kind')} />
      <TextField
        label={text.contactValue[kind]}
        type={inputTypes[kind]}
        maxLength={300}
        required
        {...form.field('value')}
      />
      <CheckField label={text.preferred} {...form.field('preferred')} />
    </CommandDialog>
  );
}
