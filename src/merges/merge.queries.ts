import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/context.js';
import { sessionOf } from '../access/viewer.js';
import { Beneficiary, RegisterBeneficiaryPayload } from '../beneficiaries/index.js';
import { ordered, Reads, type Scan } from '../graphql/read/declare.js';
import { orderBy } from '../graphql/read/order.js';
import type { Row } from '../graphql/read/row.js';
import { sql } from '../graphql/read/sql.js';
import { Merge } from './merge.js';

const byName = orderBy('SUSPECTED_NAME', { sortName: 'text', id: 'uuid' });
const latest = orderBy('MERGE_LATEST', { mergedAt: 'timestamptz', id: 'uuid' }, 'descending');

@Resolver(() => Beneficiary)
export class BeneficiaryMerges {
  @FieldResolver(() => [Beneficiary], {
    description:
      'Who may be the same person, among those whom the viewer’s partner sees: the same birth date and close names, or the same names and two digits of the birth date swapped.',
  })
  @Reads()
  suspectedDuplicates(_: unknown, @Root() person: Row): Scan {
    const suspected = (it: Row) =>
      sql`${it.column('id')} in (select merges.suspected(${person.column('id')}))`;
    return ordered(Beneficiary, byName, suspected);
  }

  @FieldResolver(() => [Merge], {
    description:
      'The files that were merged into this one, also those taken out again, the latest first. Empty for all but the referent partner.',
  })
  @Reads()
  merges(_: unknown, @Root() person: Row): Scan {
    return ordered(Merge, latest, (it) => sql`${it.column('kept')} = ${person.column('id')}`);
  }
}

@Resolver(() => RegisterBeneficiaryPayload)
export class RegisteredDuplicates {
  @FieldResolver(() => [Beneficiary], {
    description:
      'Who may be the same person, among those whom the viewer’s partner sees; empty when nobody was registered or shown.',
  })
  async suspectedDuplicates(
    @Root() { beneficiary }: { beneficiary: string | null },
    @Ctx() { database, viewer }: Context,
  ): Promise<string[]> {
    if (!beneficiary) return [];
    const statement = { text: 'select merges.suspected($1) as id', values: [beneficiary] };
    const [rows = []] = await database.reader.read<{ id: string }>(sessionOf(viewer), [statement]);
    return rows.map(({ id }) => id);
  }
}
