import { fileWords } from '../../copy/file.js';
import { useCommand } from '../../hub/command.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { SelectField, TextField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';
import type { SharingInForce } from './sharings.js';

const WithdrawSharing = graphql(/* GraphQL */ `
  mutation WithdrawSharing($input: WithdrawSharingInput!) {
    withdrawSharing(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const WithdrawFromPartner = graphql(/* GraphQL */ `
  mutation WithdrawFromPartner($input: WithdrawFromPartnerInput!) {
    withdrawFromPartner(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface WithdrawDialogProps {
  readonly person: string;
  readonly own: string;
  readonly sharing: SharingInForce;
  /** Whether the partner sees the file by other sharings too. */
  readonly hasOthers: boolean;
  readonly onClose: () => void;
}

/** Ends one sharing, or all sharings with its partner, as the person wants. */
export function WithdrawDialog({ person, own, sharing, hasOthers, onClose }: WithdrawDialogProps) {
  const text = useWords(fileWords);
  const one = useCommand(WithdrawSharing);
  const all = useCommand(WithdrawFromPartner);
  const form = useForm(
    { what: (hasOthers ? 'all' : 'one') as 'one' | 'all', reason: '' },
    [],
    one.result ?? all.result,
  );
  const command = {
    result: one.result ?? all.result,
    isRunning: one.isRunning || all.isRunning,
    reset() {
      one.reset();
      all.reset();
    },
  };
  const { partner } = sharing;
  const run = (confirmed: Confirmations) => {
    command.reset();
    const reason = form.values.reason.trim() || null;
    return form.values.what === 'one'
      ? one.run({ input: { sharing: sharing.id, reason, ...confirmed } })
      : all.run({ input: { beneficiary: person, partner: partner.id, reason, ...confirmed } });
  };
  return (
    <CommandDialog
      title={text.withdrawOf(partner.name)}
      action={text.withdrawIt}
      done={text.withdrawn}
      isOpen
      kind="danger"
      {...{ onClose, form, command, run }}
    >
      <p>{partner.id === own ? text.withdrawOwn : text.withdrawTells(partner.name)}</p>
      {hasOthers && (
        <SelectField
          label={text.withdrawWhat}
          options={[
            ['all', text.withdrawAll],
            ['one', text.withdrawOne],
          ]}
          {...form.field('what')}
        />
      )}
      <TextField label={text.reason} maxLength={500} {...form.field('reason')} />
    </CommandDialog>
  );
}
