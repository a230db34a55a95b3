import { referralWords } from '../../copy/referrals.js';
import { useCommand } from '../../hub/command.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';
import { actionMutations } from './action-mutations.js';

interface DiscardDialogProps {
  readonly draft: { readonly id: string; readonly version: number };
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Throws a draft away: it is cancelled. Nobody else has seen it, so nobody has to say why. */
export function DiscardDialog({ draft, isOpen, onClose, onDone }: DiscardDialogProps) {
  const text = useWords(referralWords);
  const command = useCommand(actionMutations.CANCEL);
  const form = useForm({}, [], command.result);
  const run = () =>
    command.run({
      input: { referral: draft.id, expectedVersion: draft.version, reason: text.discardReason },
    });
  return (
    <CommandDialog
      title={text.discard}
      action={text.discard}
      done={text.discarded}
      kind="danger"
      {...{ isOpen, onClose, form, command, run, ...(onDone && { onDone }) }}
    >
      <p>{text.discardTells}</p>
    </CommandDialog>
  );
}
