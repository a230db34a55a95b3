import { methodWords, scopeWords } from '../../copy/enums.js';
import { fileWords } from '../../copy/file.js';
import { useAnswer } from '../../hub/answer.js';
import { useCommand } from '../../hub/command.js';
import type { AgreementMethod, SharingScope } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { AgreementFields } from './agreement-fields.js';

const RecordSharingAgreement = graphql(/* GraphQL */ `
  mutation RecordSharingAgreement($input: RecordSharingAgreementInput!) {
    recordSharingAgreement(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const AgreementPartnersQuery = graphql(/* GraphQL */ `
  query AgreementPartners {
    partners(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

/** The scopes from the narrowest to the widest. */
const scopeOrder: readonly SharingScope[] = ['IDENTITY', 'PATHWAY', 'FOLLOW_UP'];

interface AgreementDialogProps {
  readonly person: string;
  readonly own: string;
  /** The scope of the viewer's partner: it can share no more than it sees. */
  readonly widest: SharingScope;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Records that the person agreed to share the file with a partner. */
export function AgreementDialog({ person, own, widest, isOpen, onClose }: AgreementDialogProps) {
  const text = useWords(fileWords);
  const scopes = useWords(scopeWords);
  const methods = useWords(methodWords);
  const directory = useAnswer(AgreementPartnersQuery, {}, { pause: !isOpen });
  const command = useCommand(RecordSharingAgreement);
  const offered = scopeOrder.slice(0, scopeOrder.indexOf(widest) + 1);
  const form = useForm(
    {
      partner: '',
      scope: (offered.at(-2) ?? 'IDENTITY') as SharingScope,
      agreedOn: today(),
      method: 'ORAL' as AgreementMethod,
      until: '',
      agreedAfterWithdrawal: false,
    },
    ['partner', 'agreedOn'],
    command.result,
  );
  const run = () => {
    const { until, ...values } = form.values;
    return command.run({
      input: { beneficiary: person, ...values, until: until || null, idempotencyKey: form.key },
    });
  };
  const partners = directory.state === 'ready' ? directory.data.partners.nodes : [];
  return (
    <CommandDialog
      title={text.recordAgreement}
      action={text.record}
      done={text.recorded}
      {...{ isOpen, onClose, form, command, run }}
    >
      <p>{text.agreementIntro}</p>
      <SelectField
        label={text.partner}
        required
        options={[
          ['', text.choosePartner],
          ...partners.filter(({ id }) => id !== own).map(({ id, name }) => [id, name] as const),
        ]}
        {...form.field('partner')}
      />
      <SelectField
        label={text.scope}
        options={offered.map((it) => [it, scopes[it]] as const)}
        {...form.field('scope')}
      />
      <AgreementFields form={form} methods={methods} />
    </CommandDialog>
  );
}
