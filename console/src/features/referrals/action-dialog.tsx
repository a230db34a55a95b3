import { actionWords } from '../../copy/enums.js';
import { referralWords } from '../../copy/referrals.js';
import { useCommand } from '../../hub/command.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';
import { ActionField } from './action-field.js';
import { fieldsOf, inputOf, neededOf } from './action-input.js';
import { actionMutations, type DirectAction } from './action-mutations.js';

interface ActionDialogProps {
  readonly action: DirectAction;
  readonly referral: { readonly id: string; readonly version: number };
  /** What acceptance opens, in words. */
  readonly opens: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for what an action needs, and runs it. */
export function ActionDialog({ action, referral, opens, isOpen, onClose }: ActionDialogProps) {
  const text = useWords(referralWords);
  const actions = useWords(actionWords);
  const command = useCommand(actionMutations[action]);
  const fields = fieldsOf(action);
  const form = useForm(fields, neededOf(fields), command.result);
  const run = (confirmed: Confirmations) =>
    command.run({ input: { ...inputOf(referral, form.values), ...confirmed } });
  const names = Object.keys(fields);
  return (
    <CommandDialog
      title={actions[action]}
      action={text.confirm}
      done={text.done[action] ?? text.saved}
      focusesAction={names.length === 0}
      {...{ isOpen, onClose, form, command, run }}
    >
      {action === 'ACCEPT' && <p>{opens}</p>}
      {action === 'DECLINE' && <p>{text.declineTells}</p>}
      {names.map((name) => (
        <ActionField key={name} name={name} isDecline={action === 'DECLINE'} field={form.field(name)} />
      ))}
    </CommandDialog>
  );
}
