import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Distinction } from './distinction.js';
import { Merge } from './merge.js';

const byName = orderBy('SUSPECTED_NAME', { sortName: 'text', id: 'uuid' });
const lastDeclared = orderBy('DISTINCTION_LATEST', { declaredAt: 'timestamptz', id: 'uuid' }, 'descending');
const latest = orderBy('MERGE_LATEST', { mergedAt: 'timestamptz', id: 'uuid' }, 'descending');

@Resolver(() => Beneficiary)
export class BeneficiaryMerges {
  @FieldResolver(() => [Beneficiary], {
    description:
      'Persons visible to the viewer’s partner who may be the same person as this one. They have the same birth date and similar names, or the same names and a birth date that is easily confused: one digit is wrong, two digits are swapped, day and month are swapped, or the year differs by one. Persons that `declareDistinct` declared to be different are left out.',
  })
  @Reads()
  suspectedDuplicates(_: unknown, @Root() person: Row): RowQuery {
    const suspected = (it: Row) =>
      sql`${it.column('id')} in (select merges.suspected(${person.column('id')}))`;
    return selectMany(Beneficiary, byName, suspected);
  }

  @FieldResolver(() => [Merge], {
    description:
      'The merges of other files into this one, latest first, including merges that were undone. Empty for all partners except the referent.',
  })
  @Reads()
  merges(_: unknown, @Root() person: Row): RowQuery {
    return selectMany(Merge, latest, (it) => sql`${it.column('kept')} = ${person.column('id')}`);
  }

  @FieldResolver(() => [Distinction], {
    description:
      'The declarations that another person is not the same person as this one, latest first, including retracted declarations. Only declarations about persons whom the viewer’s partner sees.',
  })
  @Reads()
  distinctions(_: unknown, @Root() person: Row): RowQuery {
    const id = person.column('id');
    return selectMany(
      Distinction,
      lastDeclared,
      (it) => sql`(${it.column('one')} = ${id} or ${it.column('other')} = ${id})`,
    );
  }
}
