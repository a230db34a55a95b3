import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { parseId } from '../../graphql/ids.js';
import { type Text } from '../../i18n.js';
import { Beneficiary, isReferent } from '../beneficiaries/index.js';
import { ErasedCount, ErasureReason } from './erased-count.js';

/** The legal reasons to keep a person's file, by the names that `rights.kept_by_law` returns. */
const keptByLaw: Readonly<Record<'CONTRACT' | 'HOURS', Text>> = {
  CONTRACT: {
    fr: 'Un contrat en clause d’insertion est en cours : le marché oblige à le garder jusqu’à sa fin. Effacez le dossier après cette date.',
    en: 'A contract under the insertion clause is in progress: the procurement requires it to be kept until it ends. Erase the file after that.',
  },
  HOURS: {
    fr: 'Des heures d’insertion ont été validées cette année : elles doivent être gardées jusqu’à la fin de l’année civile. Effacez le dossier après cette date.',
    en: 'Insertion hours were validated this year: they must be kept until the end of the calendar year. Erase the file after that.',
  },
};

interface Erased {
  readonly kept: keyof typeof keptByLaw | null;
  readonly counted: string;
}

@InputType({ description: 'A person to erase.' })
export class EraseBeneficiaryInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => ErasureReason, { description: 'The reason for the erasure.' })
  reason!: ErasureReason;
}

/** @throws Refusal NOT_FOUND; LAW_KEEPS, with the legal reason that must end first */
export const eraseBeneficiary = defineCommand({
  name: 'eraseBeneficiary',
  description:
    'Erases a person from the whole hub, permanently. Only a count of erased persons is incremented. For the data protection officer and the administrators of the referent.',
  input: EraseBeneficiaryInput,
  payload: { erased: () => ErasedCount },
  roles: ['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'],
  on: { field: 'beneficiary', type: () => Beneficiary, when: isReferent },
  async run(command, input) {
    const id = parseId(input.beneficiary);
    if (id?.prefix !== 'beneficiary_') throw notFound('beneficiary');
    const [erased] = (await command.em.execute('select kept, counted from rights.erase(?, ?)', [
      id.uuid,
      input.reason,
    ])) as Erased[];
    if (!erased) throw notFound('beneficiary');
    if (erased.kept) throw refusal('LAW_KEEPS', 'beneficiary', keptByLaw[erased.kept]);
    return erased.counted;
  },
});
