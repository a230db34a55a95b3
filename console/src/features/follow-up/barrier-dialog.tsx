import { themeWords } from '../../copy/enums.js';
import { barrierStatusWords } from '../../copy/file-enums.js';
import { followUpWords } from '../../copy/follow-up.js';
import { useCommand } from '../../hub/command.js';
import type { BarrierStatus, BarrierTheme } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { Pair } from '../../kit/command-form.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { optionsOf, SelectField } from '../../kit/field.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';
import { BarrierNote } from './barrier-note.js';

const RecordBarrier = graphql(/* GraphQL */ `
  mutation RecordBarrier($input: RecordBarrierInput!) {
    recordBarrier(input: $input) {
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

interface BarrierDialogProps {
  readonly person: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Records a barrier. */
export function BarrierDialog({ person, isOpen, onClose }: BarrierDialogProps) {
  const text = useWords(followUpWords);
  const themes = useWords(themeWords);
  const states = useWords(barrierStatusWords);
  const command = useCommand(RecordBarrier);
  const form = useForm(
    { theme: '' as BarrierTheme | '', status: 'OPEN' as BarrierStatus, note: '' },
    ['theme'],
    command.result,
  );
  const { theme, status, note } = form.values;
  const run = (confirmed: Confirmations) =>
    command.run({
      input: {
        ...{ beneficiary: person, theme: theme as BarrierTheme, status },
        note: (theme !== 'SANTE' && note.trim()) || null,
        idempotencyKey: form.key,
        ...confirmed,
      },
    });
  return (
    <CommandDialog
      title={text.addBarrier}
      action={text.record}
      done={text.barrierAdded}
      {...{ isOpen, onClose, form, command, run }}
    >
      <Pair>
        <SelectField<BarrierTheme | ''>
          label={text.theme}
          required
          options={[['', text.choose], ...optionsOf(themes)]}
          {...form.field('theme')}
        />
        <SelectField label={text.status} options={optionsOf(states)} {...form.field('status')} />
      </Pair>
      <BarrierNote theme={theme} field={form.field('note')} />
    </CommandDialog>
  );
}
