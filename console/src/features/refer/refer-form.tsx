import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { referWords } from '../../copy/refer.js';
import { referralWords } from '../../copy/referrals.js';
import type { AnyResult } from '../../hub/command.js';
import { useIsOffline } from '../../hub/hub.js';
import { Button } from '../../kit/button.js';
import { CommandForm } from '../../kit/command-form.js';
import type { Confirmations } from '../../kit/confirmations.js';
import { useForm } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';
import { DiscardDialog } from '../referrals/discard-dialog.js';
import { useAutosave } from './autosave.js';
import { useDraft } from './draft.js';
import { DraftState } from './draft-state.js';
import css from './refer.module.css';
import { ReferFields } from './refer-fields.js';
import { useSending } from './sending.js';
import { ServiceChoice } from './service-choice.js';
import { contentOf, type Start, valuesOf } from './start.js';

interface ReferFormProps {
  readonly person: string;
  /** Read when the form opens. */
  readonly start: Start;
  /** Called when the draft was thrown away. */
  readonly onDiscarded: () => void;
}

/** Refers a person: to which service, why, with which agreement. What is typed is kept as a draft in the hub. */
export function ReferForm({ person, start: given, onDiscarded }: ReferFormProps) {
  const text = useWords(referWords);
  const { discard } = useWords(referralWords);
  const navigate = useNavigate();
  const isOffline = useIsOffline();
  const [start] = useState(given);
  const [label, setLabel] = useState(start.label);
  const [isDiscarding, setDiscarding] = useState(false);
  const draft = useDraft(person, start.draft);
  const sending = useSending(start, draft);
  const [kept, setKept] = useState<AnyResult>();
  const form = useForm(valuesOf(start), ['service', 'purpose', 'agreed', 'agreedOn'], sending.result ?? kept);
  const { values } = form;
  const isOver = useRef(false);
  const savedElsewhere = useAutosave(contentOf(values), !start.former, async (content) => {
    if (isOver.current) return true;
    form.remember();
    const saved = await draft.save(content);
    setKept(saved);
    return saved.state !== 'failed';
  });
  const run = (confirmed: Confirmations) => {
    savedElsewhere();
    return sending.run(values, confirmed, (id) => void navigate({ to: '/orientations/$id', params: { id } }));
  };
  return (
    <div className={css.form}>
      <ServiceChoice
        person={person}
        chosen={values.service}
        label={label}
        error={form.field('service').error && text.needService}
        onChoose={({ label, ...chosen }) => {
          setLabel(label);
          form.set(chosen);
        }}
      />
      <div className={css.panel}>
        <CommandForm
          action={text.send}
          done={text.sent}
          command={sending}
          buttons={
            draft.draft && (
              <Button kind="plain" onPress={() => setDiscarding(true)} isDisabled={isOffline}>
                {discard}
              </Button>
            )
          }
          {...{ form, run }}
        >
          <ReferFields form={form} />
          {!start.former && <DraftState keeper={draft} content={contentOf(values)} kept={kept} />}
        </CommandForm>
      </div>
      {draft.draft && (
        <DiscardDialog
          draft={draft.draft}
          onStale={draft.reread}
          isOpen={isDiscarding}
          onClose={() => setDiscarding(false)}
          onDone={() => {
            isOver.current = true;
            onDiscarded();
          }}
        />
      )}
    </div>
  );
}
