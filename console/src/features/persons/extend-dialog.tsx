import { methodWords } from '../../copy/enums.js';
import { fileWords } from '../../copy/file.js';
import { useCommand } from '../../hub/command.js';
import type { AgreementMethod } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { useForm } from '../../kit/form.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { AgreementFields } from './agreement-fields.js';
import type { SharingInForce } from './sharings.js';

const ExtendSharing = graphql(/* GraphQL */ `
  mutation ExtendSharing($input: ExtendSharingInput!) {
    extendSharing(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface ExtendDialogProps {
  readonly sharing: SharingInForce;
  readonly onClose: () => void;
}

/** Records that the person agreed to continue a sharing. */
export function ExtendDialog({ sharing, onClose }: ExtendDialogProps) {
  const text = useWords(fileWords);
  const methods = useWords(methodWords);
  const command = useCommand(ExtendSharing);
  const form = useForm(
    { agreedOn: today(), method: 'ORAL' as AgreementMethod, until: '', agreedAfterWithdrawal: false },
    ['agreedOn'],
    command.result,
  );
  const run = () => {
    const { until, ...values } = form.values;
    return command.run({
      input: { sharing: sharing.id, ...values, until: until || null, idempotencyKey: form.key },
    });
  };
  return (
    <CommandDialog
      title={text.extendOf(sharing.partner.name)}
      action={text.record}
      done={text.extended}
      isOpen
      {...{ onClose, form, command, run }}
    >
      <AgreementFields form={form} methods={methods} />
    </CommandDialog>
  );
}
