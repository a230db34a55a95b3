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
      'Who may be the same person, among those whom the viewer’s partner sees: the same birth date and close names, or the same names and a birth date that may be mistaken for the other: one wrong digit, two digits or day and month swapped, a year off by one. Without those of whom `declareDistinct` said that they are two persons.',
  })
  @Reads()
  suspectedDuplicates(_: unknown, @Root() person: Row): RowQuery {
    const suspected = (it: Row) =>
      sql`${it.column('id')} in (select merges.suspected(${person.column('id')}))`;
    return selectMany(Beneficiary, byName, suspected);
  }

  @FieldResolver(() => [Merge], {
    description:
      'The files that were merged into this one, also those taken out again, the latest first. Empty for all but the referent partner.',
  })
  @Reads()
  merges(_: unknown, @Root() person: Row): RowQuery {
    return selectMany(Merge, latest, (it) => sql`${it.column('kept')} = ${person.column('id')}`);
  }

  @FieldResolver(() => [Distinction], {
    description:
      'Of whom it was said that they are another person than this one, also where that was taken back, the latest first; of those whom the viewer’s partner sees.',
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
