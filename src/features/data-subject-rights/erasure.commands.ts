import type { Command } from '../../commands/command.js';
import { notFound, refusal, type Text } from '../../commands/refusal.js';
import { parseId } from '../../graphql/ids.js';
import type { EraseBeneficiaryInput } from './erasure.inputs.js';

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

/**
 * Erases a person from everywhere; what is left is one more in a count.
 * @throws Refusal NOT_FOUND; LAW_KEEPS, with what has to end first
 */
export async function erase(command: Command, input: EraseBeneficiaryInput): Promise<string> {
  const id = parseId(input.beneficiary);
  if (id?.prefix !== 'beneficiary_') throw notFound('beneficiary');
  const [erased] = (await command.em.execute('select kept, counted from rights.erase(?, ?)', [
    id.uuid,
    input.reason,
  ])) as Erased[];
  if (!erased) throw notFound('beneficiary');
  if (erased.kept) throw refusal('LAW_KEEPS', 'beneficiary', keeps[erased.kept]);
  return erased.counted;
}
