import { methodWords, scopeWords } from '../../copy/enums.js';
import { personsWords } from '../../copy/persons.js';
import { useCommand } from '../../hub/command.js';
import type { AgreementMethod, SharingScope } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { Pair } from '../../kit/command-form.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { optionsOf, ParagraphField, SelectField, TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';

const RequestLink = graphql(/* GraphQL */ `
  mutation RequestLink($input: RequestLinkInput!) {
    requestLink(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface LinkRequestDialogProps {
  readonly isOpen: boolean;
  readonly identity: {
    readonly firstName: string;
    readonly lastName: string;
    readonly birthDate: string;
  };
  readonly onClose: () => void;
}

/** Asks the unknown referent of a person for access to the file, with the person's agreement. */
export function LinkRequestDialog({ isOpen, identity, onClose }: LinkRequestDialogProps) {
  const text = useWords(personsWords);
  const scopes = useWords(scopeWords);
  const methods = useWords(methodWords);
  const command = useCommand(RequestLink);
  const form = useForm(
    {
      purpose: '',
      scope: 'PATHWAY' as SharingScope,
      agreedOn: today(),
      method: 'ORAL' as AgreementMethod,
    },
    ['purpose', 'agreedOn'],
    command.result,
  );
  const { firstName, lastName, birthDate } = identity;
  const run = (confirmed: Confirmations) =>
    command.run({
      input: {
        ...{ firstName, lastName, birthDate },
        ...form.values,
        idempotencyKey: form.key,
        ...confirmed,
      },
    });
  return (
    <CommandDialog
      title={text.knownTitle}
      action={text.requestIt}
      done={text.requested}
      {...{ isOpen, onClose, form, command, run }}
    >
      <p>{text.known}</p>
      <p>
        <strong>
          {firstName} {lastName}
        </strong>
      </p>
      <ParagraphField
        label={text.purpose}
        hint={text.purposeHint}
        rows={3}
        maxLength={1000}
        required
        {...form.field('purpose')}
      />
      <SelectField label={text.scope} options={optionsOf(scopes)} {...form.field('scope')} />
      <Pair>
        <TextField label={text.agreedOn} type="date" max={today()} required {...form.field('agreedOn')} />
        <SelectField label={text.method} options={optionsOf(methods)} {...form.field('method')} />
      </Pair>
    </CommandDialog>
  );
}
