import { answerWords } from '../copy/answer.js';
import { useWords } from '../lib/language.js';
import { Button } from './button.js';
import { CommandForm, type CommandFormProps } from './command-form.js';
import { Dialog } from './dialog.js';

interface CommandDialogProps extends Omit<CommandFormProps, 'command' | 'buttons'> {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly command: CommandFormProps['command'] & { reset(): void };
}

/** A dialog with the form of one command. It stays open when the hub refuses; closed, it keeps what was typed. */
export function CommandDialog({ title, isOpen, onClose, onDone, ...form }: CommandDialogProps) {
  const text = useWords(answerWords);
  const close = () => {
    onClose();
    form.command.reset();
  };
  const cancel = (
    <Button kind="plain" onPress={close}>
      {text.cancel}
    </Button>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      <CommandForm
        {...form}
        onDone={() => {
          close();
          onDone?.();
        }}
        buttons={cancel}
      />
    </Dialog>
  );
}
