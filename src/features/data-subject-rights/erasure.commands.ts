import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { parseId } from '../../graphql/ids.js';
import { type Text } from '../../i18n.js';
import { ErasedCount, ErasureReason } from './erased-count.js';

/** What law keeps of a person, as `rights.kept_by_law` names it. */
const keeps: Readonly<Record<'CONTRACT' | 'HOURS', Text>> = {
  CONTRACT: {
    fr: 'Un contrat en clause d’insertion est en cours : le marché oblige à le garder jusqu’à sa fin.',
    en: 'A contract under the insertion clause is under way: the procurement obliges to keep it until its end.',
  },
  HOURS: {
    fr: 'Des heures d’insertion ont été validées cette année : elles se gardent jusqu’à la fin de l’année civile.',
    en: 'Insertion hours were validated this year: they are kept until the end of the calendar year.',
  },
};

interface Erased {
  readonly kept: keyof typeof keeps | null;
  readonly counted: string;
}

@InputType({ description: 'A person to erase.' })
export class EraseBeneficiaryInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => ErasureReason, { description: 'Why.' })
  reason!: ErasureReason;
}

/** @throws Refusal NOT_FOUND; LAW_KEEPS, with what has to end first */
export const eraseBeneficiary = defineCommand({
  name: 'eraseBeneficiary',
  description:
    'Erases a person from everywhere, for good; one more in a count is all that stays. For the data protection officer and the administrators of the partner that answers for the file.',
  input: EraseBeneficiaryInput,
  payload: { erased: () => ErasedCount },
  async run(command, input) {
    const id = parseId(input.beneficiary);
    if (id?.prefix !== 'beneficiary_') throw notFound('beneficiary');
    const [erased] = (await command.em.execute('select kept, counted from rights.erase(?, ?)', [
      id.uuid,
      input.reason,
    ])) as Erased[];
    if (!erased) throw notFound('beneficiary');
    if (erased.kept) throw refusal('LAW_KEEPS', 'beneficiary', keeps[erased.kept]);
    return erased.counted;
  },
});
