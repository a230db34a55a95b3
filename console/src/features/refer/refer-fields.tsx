import { methodWords, priorityWords, scopeWords } from '../../copy/enums.js';
import { referWords } from '../../copy/refer.js';
import { Pair } from '../../kit/command-form.js';
import { CheckField, optionsOf, ParagraphField, SelectField, TextField } from '../../kit/field.js';
import type { Form } from '../../kit/form.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import type { ReferValues } from './start.js';

/** Why the person is referred, and the agreement. */
export function ReferFields({ form }: { form: Form<ReferValues> }) {
  const text = useWords(referWords);
  const priorities = useWords(priorityWords);
  const scopes = useWords(scopeWords);
  const methods = useWords(methodWords);
  const agreed = form.field('agreed');
  const again = form.field('agreedAfterWithdrawal');
  return (
    <>
      <h2>{text.theReferral}</h2>
      <ParagraphField
        label={text.purpose}
        hint={text.purposeHint}
        maxLength={2000}
        required
        {...form.field('purpose')}
      />
      <Pair>
        <SelectField label={text.priority} options={optionsOf(priorities)} {...form.field('priority')} />
        <SelectField label={text.scope} options={optionsOf(scopes)} {...form.field('scope')} />
      </Pair>
      <h2>{text.agreement}</h2>
      <CheckField label={text.agreed} {...agreed} error={agreed.error && text.needAgreement} />
      {(again.error || again.value) && <CheckField label={text.agreedAgain} {...again} />}
      <Pair>
        <TextField label={text.agreedOn} type="date" max={today()} required {...form.field('agreedOn')} />
        <SelectField label={text.method} options={optionsOf(methods)} {...form.field('method')} />
      </Pair>
    </>
  );
}
