import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { answerWords } from '../copy/answer.js';
import type { AnyResult } from '../hub/command.js';
import { useIsOffline } from '../hub/hub.js';
import { useWords } from '../lib/language.js';
import { announce } from './announcer.js';
import { Button, type ButtonProps } from './button.js';
import css from './command-form.module.css';
import { type Confirmations, confirmationsOf } from './confirmations.js';
import { Actions } from './dialog.js';
import type { Form } from './form.js';
import { Refusals } from './refusals.js';

export interface CommandFormProps {
  readonly form: Pick<Form<never>, 'check' | 'reset' | 'isAsSent'>;
  readonly command: { readonly result: AnyResult | undefined; readonly isRunning: boolean };
  /** Runs the command; the confirmations belong into its input. */
  run(confirmed: Confirmations): Promise<AnyResult>;
  /** The words of the button. */
  readonly action: string;
  /** What is said when it is done; "saved" without it. */
  readonly done?: string | undefined;
  readonly onDone?: () => void;
  /** The kind of the button; it is the main one without it. */
  readonly kind?: ButtonProps['kind'];
  /** Whether the button gets the focus: for a dialog without fields. */
  readonly focusesAction?: boolean;
  /** Further buttons, after the command's own. */
  readonly buttons?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The form of one command. What was typed stays when the hub refuses. What the hub only wants to have confirmed, such
 * as a shared text with sensitive words, can be confirmed as it is, as long as it is what the hub has refused.
 */
export function CommandForm(props: CommandFormProps) {
  const { form, command, run, action, done, onDone, kind = 'main', focusesAction, buttons, children } = props;
  const text = useWords(answerWords);
  const isOffline = useIsOffline();
  const element = useRef<HTMLFormElement>(null);
  const [incomplete, setIncomplete] = useState(0);
  const [confirmed, setConfirmed] = useState<Confirmations>({});
  useEffect(() => {
    // A field may stand beside the form, so the first one of the dialog or screen.
    const screen = element.current?.closest('[role=dialog], main');
    if (incomplete) screen?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [incomplete]);
  const send = async (confirmations: Confirmations) => {
    if (!form.check()) return setIncomplete((count) => count + 1);
    setConfirmed(confirmations);
    const { state } = await run(confirmations);
    if (state !== 'done') return;
    form.reset();
    onDone?.();
    announce(done ?? text.saved);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isOffline) void send({});
  };
  const asked = form.isAsSent ? confirmationsOf(command.result) : undefined;
  return (
    <form ref={element} className={css.form} noValidate onSubmit={submit}>
      {children}
      <Refusals result={command.result} />
      {isOffline && <p role="status">{text.offline}</p>}
      <Actions>
        <Button
          kind={kind}
          type="submit"
          isPending={command.isRunning}
          isDisabled={isOffline}
          autoFocus={focusesAction === true}
        >
          {action}
        </Button>
        {asked && (
          <Button onPress={() => send({ ...confirmed, ...asked })} isDisabled={isOffline}>
            {text.confirmAsIs}
          </Button>
        )}
        {buttons}
      </Actions>
    </form>
  );
}

/** Two fields side by side, where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={css.pair}>{children}</div>;
}
