import { type FormEvent, useState } from 'react';
import { answerWords } from '../../copy/answer.js';
import { actionWords, declineReasonWords, declineSideWords } from '../../copy/enums.js';
import { referralWords } from '../../copy/referrals.js';
import { useCommand } from '../../hub/command.js';
import type { DeclineReason, DeclineSide, ReferralOutcome } from '../../hub/gql/enums.js';
import { announce } from '../../kit/announcer.js';
import { Button } from '../../kit/button.js';
import { Actions, Dialog } from '../../kit/dialog.js';
import { ParagraphField, SelectField, TextField } from '../../kit/field.js';
import { isRefusedAs, Refusals, refusalAt } from '../../kit/refusals.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { type ActionFields, inputOf, textOf } from './action-input.js';
import { actionMutations, type DirectAction } from './action-mutations.js';
import css from './referral-view.module.css';

interface ActionDialogProps {
  readonly action: DirectAction;
  readonly referral: { readonly id: string; readonly version: number };
  /** What acceptance opens, in words. */
  readonly opens: string;
  readonly onClose: () => void;
}

/** Asks for what an action needs, and runs it. It stays open with what was typed when the hub refuses. */
export function ActionDialog({ action, referral, opens, onClose }: ActionDialogProps) {
  const text = useWords(referralWords);
  const actions = useWords(actionWords);
  const { confirmAsIs } = useWords(answerWords);
  const command = useCommand(actionMutations[action]);
  const [fields, setFields] = useState<ActionFields>({
    text: '',
    side: 'PROVIDER',
    reason: 'NO_CAPACITY',
    outcome: 'SERVICE_RECEIVED',
    date: today(),
  });
  const run = async (confirmWording: boolean) => {
    const { state } = await command.run({ input: inputOf(action, referral, fields, confirmWording) });
    if (state !== 'done') return;
    onClose();
    announce(text.done[action] ?? text.saved);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(false);
  };
  const isWording = isRefusedAs(command.result, 'WORDING');
  return (
    <Dialog isOpen title={actions[action]} onClose={onClose}>
      <form className={css.form} noValidate onSubmit={submit}>
        {action === 'ACCEPT' && <p>{opens}</p>}
        {action === 'DECLINE' && <p>{text.declineTells}</p>}
        <ActionControls
          action={action}
          fields={fields}
          onChange={(changed) => setFields({ ...fields, ...changed })}
          error={refusalAt(command.result, textOf[action]?.field ?? '')}
        />
        <Refusals result={command.result} />
        {isWording && <p>{text.wording}</p>}
        <Actions>
          <Button kind="main" type="submit" isPending={command.isRunning} autoFocus={!textOf[action]}>
            {text.confirm}
          </Button>
          {isWording && <Button onPress={() => run(true)}>{confirmAsIs}</Button>}
          <Button kind="plain" onPress={onClose}>
            {text.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

interface ActionControlsProps {
  readonly action: DirectAction;
  readonly fields: ActionFields;
  readonly error: string | undefined;
  readonly onChange: (changed: Partial<ActionFields>) => void;
}

function ActionControls({ action, fields, error, onChange }: ActionControlsProps) {
  const text = useWords(referralWords);
  const sides = useWords(declineSideWords);
  const reasons = useWords(declineReasonWords);
  const labels = { reason: text.reason, comment: text.comment, message: text.question, reply: text.reply };
  const ownText = textOf[action];
  return (
    <>
      {action === 'DECLINE' && (
        <>
          <SelectField
            label={text.declineReason}
            value={fields.reason}
            options={Object.entries(reasons) as [DeclineReason, string][]}
            onChange={(reason) => onChange({ reason })}
          />
          <SelectField
            label={text.declineSide}
            value={fields.side}
            options={Object.entries(sides) as [DeclineSide, string][]}
            onChange={(side) => onChange({ side })}
          />
        </>
      )}
      {action === 'COMPLETE' && (
        <SelectField
          label={text.outcome}
          value={fields.outcome}
          options={Object.entries(text.outcomes) as [ReferralOutcome, string][]}
          onChange={(outcome) => onChange({ outcome })}
        />
      )}
      {action === 'START' && (
        <TextField
          label={text.firstContactOn}
          type="date"
          max={today()}
          value={fields.date}
          onChange={(date) => onChange({ date })}
          required
        />
      )}
      {ownText && (
        <ParagraphField
          label={labels[ownText.field]}
          value={fields.text}
          error={error}
          required={!ownText.isOptional}
          onChange={(typed) => onChange({ text: typed })}
        />
      )}
    </>
  );
}
