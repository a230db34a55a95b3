import { referralWords } from '../../copy/referrals.js';
import { useCommand } from '../../hub/command.js';
import { CommandDialog } from '../../kit/command-dialog.js';
import { useForm } from '../../kit/form.js';
import { isRefusedAs } from '../../kit/refusals.js';
import { useWords } from '../../lib/language.js';
import { actionMutations } from './action-mutations.js';

interface DiscardDialogProps {
  readonly draft: { readonly id: string; readonly version: number };
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
  /** Called when the draft was changed elsewhere, if the screen does not read it again by itself. */
  readonly onStale?: () => Promise<unknown>;
}

/** Throws a draft away: it is cancelled. Nobody else has seen it, so nobody has to say why. */
export function DiscardDialog({ draft, isOpen, onClose, onDone, onStale }: DiscardDialogProps) {
  const text = useWords(referralWords);
  const command = useCommand(actionMutations.CANCEL);
  const form = useForm({}, [], command.result);
  const run = async () => {
    const ended = await command.run({
      input: { referral: draft.id, expectedVersion: draft.version, reason: text.discardReason },
    });
    if (isRefusedAs(ended, 'STALE_VERSION')) await onStale?.();
    return ended;
  };
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
