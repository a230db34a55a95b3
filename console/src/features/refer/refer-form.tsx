import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { methodWords, priorityWords, scopeWords } from '../../copy/enums.js';
import { referWords } from '../../copy/refer.js';
import { type AnyResult, useCommand, useIdempotencyKey } from '../../hub/command.js';
import type { AgreementMethod, ReferralPriority, SharingScope } from '../../hub/gql/enums.js';
import { graphql } from '../../hub/gql/index.js';
import { useIsOffline } from '../../hub/hub.js';
import { announce } from '../../kit/announcer.js';
import { Button } from '../../kit/button.js';
import { Actions } from '../../kit/dialog.js';
import { CheckField, optionsOf, ParagraphField, SelectField, TextField } from '../../kit/field.js';
import { Refusals, refusalAt } from '../../kit/refusals.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import css from './refer.module.css';
import { type ChosenService, ServiceChoice } from './service-choice.js';

const SendReferral = graphql(/* GraphQL */ `
  mutation SendReferral($input: SendReferralInput!) {
    sendReferral(input: $input) {
      referral {
        id
      }
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

const DraftReferral = graphql(/* GraphQL */ `
  mutation DraftReferral($input: DraftReferralInput!) {
    draftReferral(input: $input) {
      referral {
        id
      }
      userErrors {
        ...Refusal_UserError
      }
    }
  }
`);

/** What the user confirms after the hub has refused it. */
const confirmations: Readonly<Record<string, string>> = {
  WORDING: 'confirmWording',
  ALREADY_REFERRED: 'confirmAlreadyReferred',
  DECLINED_BEFORE: 'confirmDeclinedBefore',
};

interface ReferFormProps {
  readonly person: string;
  /** The viewer's partner. */
  readonly own: string;
}

/** Refers a person: to which service, why, with which agreement. */
export function ReferForm({ person, own }: ReferFormProps) {
  const text = useWords(referWords);
  const navigate = useNavigate();
  const isOffline = useIsOffline();
  const { key } = useIdempotencyKey();
  const send = useCommand(SendReferral);
  const draft = useCommand(DraftReferral);
  const [chosen, setChosen] = useState<ChosenService>();
  const [fields, setFields] = useState<ReferFields>({
    purpose: '',
    priority: 'ROUTINE',
    scope: 'PATHWAY',
    agreed: false,
    agreedOn: today(),
    method: 'ORAL',
  });
  const [missing, setMissing] = useState<string>();
  const result = draft.result ?? send.result;
  const confirmable = codesOf(send.result).filter((code) => code in confirmations);

  const content = (service: ChosenService) => ({
    beneficiary: person,
    to: service.partner,
    service: service.service,
    purpose: fields.purpose,
    priority: fields.priority,
    scope: fields.scope,
    idempotencyKey: key,
  });
  const leave = (referral: string | undefined, said: string) => {
    announce(said);
    void navigate(
      referral ? { to: '/orientations/$id', params: { id: referral } } : { to: '/reception', search: {} },
    );
  };
  const sendIt = async (confirmed: readonly string[]) => {
    if (!chosen) return setMissing(text.needService);
    if (!fields.purpose.trim()) return setMissing(text.needPurpose);
    if (!fields.agreed) return setMissing(text.needAgreement);
    setMissing(undefined);
    draft.reset();
    const flags = Object.fromEntries(confirmed.map((code) => [confirmations[code], true]));
    const { agreedOn, method } = fields;
    const ended = await send.run({ input: { ...content(chosen), agreedOn, method, ...flags } });
    if (ended.state === 'done') leave(ended.payload.referral?.id, text.sent);
  };
  const keepDraft = async () => {
    if (!chosen) return setMissing(text.needService);
    setMissing(undefined);
    const ended = await draft.run({ input: { ...content(chosen), idempotencyKey: `${key}-draft` } });
    if (ended.state === 'done') leave(ended.payload.referral?.id, text.draftKept);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sendIt([]);
  };
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      <ServiceChoice person={person} own={own} chosen={chosen} onChoose={setChosen} />
      <div className={css.panel}>
        <ReferFieldset
          fields={fields}
          purposeError={refusalAt(result, 'purpose')?.message}
          onChange={(changed) => setFields({ ...fields, ...changed })}
        />
        {missing && <p role="alert">{missing}</p>}
        <Refusals result={result} />
        <Actions>
          <Button kind="main" type="submit" isPending={send.isRunning} isDisabled={isOffline}>
            {text.send}
          </Button>
          {confirmable.length > 0 && <Button onPress={() => sendIt(confirmable)}>{text.confirmAsIs}</Button>}
          <Button kind="plain" onPress={keepDraft} isPending={draft.isRunning} isDisabled={isOffline}>
            {text.keepDraft}
          </Button>
        </Actions>
      </div>
    </form>
  );
}

function codesOf(result: AnyResult | undefined): string[] {
  return result?.state === 'refused' ? result.refusals.map(({ code }) => code) : [];
}

interface ReferFields {
  readonly purpose: string;
  readonly priority: ReferralPriority;
  readonly scope: SharingScope;
  readonly agreed: boolean;
  readonly agreedOn: string;
  readonly method: AgreementMethod;
}

interface ReferFieldsetProps {
  readonly fields: ReferFields;
  readonly purposeError: string | undefined;
  readonly onChange: (changed: Partial<ReferFields>) => void;
}

function ReferFieldset({ fields, purposeError, onChange }: ReferFieldsetProps) {
  const text = useWords(referWords);
  const priorities = useWords(priorityWords);
  const scopes = useWords(scopeWords);
  const methods = useWords(methodWords);
  return (
    <>
      <h2>{text.theReferral}</h2>
      <ParagraphField
        label={text.purpose}
        hint={text.purposeHint}
        error={purposeError}
        value={fields.purpose}
        required
        onChange={(purpose) => onChange({ purpose })}
      />
      <div className={css.pair}>
        <SelectField
          label={text.priority}
          value={fields.priority}
          options={optionsOf(priorities)}
          onChange={(priority) => onChange({ priority })}
        />
        <SelectField
          label={text.scope}
          value={fields.scope}
          options={optionsOf(scopes)}
          onChange={(scope) => onChange({ scope })}
        />
      </div>
      <h2>{text.agreement}</h2>
      <CheckField label={text.agreed} value={fields.agreed} onChange={(agreed) => onChange({ agreed })} />
      <div className={css.pair}>
        <TextField
          label={text.agreedOn}
          type="date"
          max={today()}
          value={fields.agreedOn}
          required
          onChange={(agreedOn) => onChange({ agreedOn })}
        />
        <SelectField
          label={text.method}
          value={fields.method}
          options={optionsOf(methods)}
          onChange={(method) => onChange({ method })}
        />
      </div>
    </>
  );
}
