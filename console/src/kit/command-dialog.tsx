import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { answerWords } from '../copy/answer.js';
import type { AnyResult } from '../hub/command.js';
import { useIsOffline } from '../hub/hub.js';
import { useWords } from '../lib/language.js';
import { announce } from './announcer.js';
import { Button } from './button.js';
import css from './command-dialog.module.css';
import { Actions, Dialog } from './dialog.js';
import type { Form } from './form.js';
import { isRefusedAs, Refusals } from './refusals.js';

interface CommandDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly form: Pick<Form<never>, 'check' | 'reset'>;
  readonly command: { readonly result: AnyResult | undefined; readonly isRunning: boolean; reset(): void };
  /** Runs the command. */
  run(confirmWording: boolean): Promise<AnyResult>;
  /** The words of the button. */
  readonly action: string;
  /** What is said when it is done; "saved" without it. */
  readonly done?: string;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
}

/**
 * A dialog with the form of one command. It stays open when the hub refuses, with what was typed; a shared text that
 * the hub refuses for its words can be confirmed as it is.
 */
export function CommandDialog(props: CommandDialogProps) {
  const { title, isOpen, onClose, form, command, run, action, done, isDangerous, children } = props;
  const text = useWords(answerWords);
  const isOffline = useIsOffline();
  const element = useRef<HTMLFormElement>(null);
  const [incomplete, setIncomplete] = useState(0);
  useEffect(() => {
    if (incomplete) element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [incomplete]);
  const close = () => {
    onClose();
    command.reset();
  };
  const send = async (confirmWording: boolean) => {
    if (!form.check()) return setIncomplete((count) => count + 1);
    const { state } = await run(confirmWording);
    if (state !== 'done') return;
    close();
    form.reset();
    announce(done ?? text.saved);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isOffline) void send(false);
  };
  const isWording = isRefusedAs(command.result, 'WORDING');
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      <form ref={element} className={css.form} noValidate onSubmit={submit}>
        {children}
        <Refusals result={command.result} />
        {isOffline && <p role="status">{text.offline}</p>}
        <Actions>
          <Button
            kind={isDangerous ? 'danger' : 'main'}
            type="submit"
            isPending={command.isRunning}
            isDisabled={isOffline}
          >
            {action}
          </Button>
          {isWording && (
            <Button onPress={() => send(true)} isDisabled={isOffline}>
              {text.confirmAsIs}
            </Button>
          )}
          <Button kind="plain" onPress={close}>
            {text.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

/** Two fields side by side, where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={css.pair}>{children}</div>;
}
