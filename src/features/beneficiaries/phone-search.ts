import { telephoneOf } from '../../commands/telephone.js';
import { badInput } from '../../graphql/errors.js';
import type { Row } from '../../graphql/read/row.js';
import { type Sql, sql } from '../../graphql/read/sql.js';

/** The condition that a person has this telephone number now, in its canonical form, among the contacts the viewer sees. */
export function hasPhone(person: Row, phone: string): Sql {
  return sql`${person.column('id')} in (select c.beneficiary_id from contact c
    where c.value = ${phone} and c.kind = 'PHONE' and c.removed_at is null)`;
}

/**
 * The canonical form of the telephone number in a filter.
 * @throws BAD_USER_INPUT when the number is not possible
 */
export function phoneIn(text: string): string {
  try {
    return telephoneOf(text, 'phone');
  } catch {
    throw badInput(
      {
        fr: 'Ce n’est pas un numéro de téléphone : donnez dix chiffres pour la France, ou commencez par + et l’indicatif du pays.',
        en: 'This is not a telephone number: use ten digits for France, or start with + and the country code.',
      },
      ['filter', 'phone'],
    );
  }
}
