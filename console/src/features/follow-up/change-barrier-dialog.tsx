import { themeWords } from '../../copy/enums.js';
import { barrierStatusWords } from '../../copy/file-enums.js';
import { followUpWords } from '../../copy/follow-up.js';
import { useCommand } from '../../hub/command.js';
import type { BarrierStatus } from '../../hub/gql/enums.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { optionsOf, SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';
import { BarrierNote } from './barrier-note.js';

const ChangeBarrierDialogBarrier = graphql(/* GraphQL */ `
  fragment ChangeBarrierDialog_Barrier on Barrier {
    id
    theme
    status
    note
    version
  }
`);

const ChangeBarrier = graphql(/* GraphQL */ `
  mutation ChangeBarrier($input: ChangeBarrierInput!) {
    changeBarrier(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface ChangeBarrierDialogProps {
  readonly barrier: FragmentType<typeof ChangeBarrierDialogBarrier>;
  readonly onClose: () => void;
}

/** Says how a barrier stands: worked on, or resolved. */
export function ChangeBarrierDialog({ barrier: masked, onClose }: ChangeBarrierDialogProps) {
  const { id, version, theme, status, note } = read(ChangeBarrierDialogBarrier, masked);
  const text = useWords(followUpWords);
  const themes = useWords(themeWords);
  const states = useWords(barrierStatusWords);
  const command = useCommand(ChangeBarrier);
  const form = useForm({ status: status as BarrierStatus, note: note ?? '' }, [], command.result);
  const run = (confirmed: Confirmations) =>
    command.run({
      input: {
        ...{ barrier: id, expectedVersion: version },
        // Only what was changed here: a colleague may have changed the rest meanwhile.
        ...(form.isChanged('status') && { status: form.values.status }),
        ...(form.isChanged('note') && { note: form.values.note.trim() || null }),
        ...confirmed,
      },
    });
  return (
    <CommandDialog
      title={text.changeBarrierOf(themes[theme])}
      action={text.record}
      done={text.barrierChanged}
      isOpen
      {...{ onClose, form, command, run }}
    >
      <SelectField label={text.status} options={optionsOf(states)} {...form.field('status')} />
      <BarrierNote theme={theme} field={form.field('note')} />
    </CommandDialog>
  );
}
