import { declineReasonWords, declineSideWords, referralOutcomeWords } from '../../copy/enums.js';
import { referralWords } from '../../copy/referrals.js';
import { ParagraphField, SelectField, TextField } from '../../kit/field.js';
import type { Form } from '../../kit/form.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import type { ActionFields } from './action-input.js';

interface ActionFieldProps {
  /** The name of the field in the action's input. */
  readonly name: string;
  /** A decline has its reason from a list. */
  readonly isDecline: boolean;
  readonly field: ReturnType<Form<ActionFields>['field']>;
}

/** The control of one field of an action. */
export function ActionField({ name, isDecline, field }: ActionFieldProps) {
  const text = useWords(referralWords);
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    side: useWords(declineSideWords),
    reason: useWords(declineReasonWords),
    outcome: useWords(referralOutcomeWords),
  };
  const list = name === 'reason' && !isDecline ? undefined : lists[name];
  const label = isDecline && name === 'reason' ? text.declineReason : (text.fields[name] ?? name);
  if (list) return <SelectField label={label} options={Object.entries(list)} {...field} />;
  if (name === 'firstContactOn')
    return <TextField label={label} type="date" max={today()} required {...field} />;
  return <ParagraphField label={label} maxLength={2000} required={name !== 'comment'} {...field} />;
}
