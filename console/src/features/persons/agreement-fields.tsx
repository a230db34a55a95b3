import { fileWords } from '../../copy/file.js';
import type { AgreementMethod } from '../../hub/gql/enums.js';
import { Pair } from '../../kit/command-form.js';
import { CheckField, optionsOf, SelectField, TextField } from '../../kit/field.js';
import type { Form } from '../../kit/form.js';
import { today } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';

/** When and how a person agreed, and until when. */
export type Agreement = {
  readonly agreedOn: string;
  readonly method: AgreementMethod;
  readonly until: string;
  readonly agreedAfterWithdrawal: boolean;
};

interface AgreementFieldsProps {
  readonly form: Pick<Form<Agreement>, 'field'>;
  readonly methods: Readonly<Record<AgreementMethod, string>>;
}

/** The fields of an agreement; its confirmation after a withdrawal appears when the hub asks for it. */
export function AgreementFields({ form, methods }: AgreementFieldsProps) {
  const text = useWords(fileWords);
  const again = form.field('agreedAfterWithdrawal');
  return (
    <>
      <Pair>
        <TextField label={text.agreedOn} type="date" max={today()} required {...form.field('agreedOn')} />
        <SelectField label={text.method} options={optionsOf(methods)} {...form.field('method')} />
      </Pair>
      <TextField label={text.lastDay} hint={text.lastDayHint} type="date" {...form.field('until')} />
      {(again.error || again.value) && <CheckField label={text.afterWithdrawal} {...again} />}
    </>
  );
}
