import { Args, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Company } from './company.js';
import { Procurement } from './procurement.js';
import { ClauseProgramme } from './programme.js';

const ClauseProgrammeConnection = connectionOf('ClauseProgramme', () => ClauseProgramme, true);
const ProcurementConnection = connectionOf('Procurement', () => Procurement, true);
const CompanyConnection = connectionOf('Company', () => Company, true);

const bySince = orderBy('CLAUSE_PROGRAMME_LATEST', { since: 'date', id: 'uuid' }, 'descending');
const bySignature = orderBy('PROCUREMENT_LATEST', { signedOn: 'date', id: 'uuid' }, 'descending');
const byName = orderBy('COMPANY_NAME', { name: 'text', id: 'uuid' });

@Resolver(() => ClauseProgramme)
export class ProgrammeQueries {
  @Query(() => ClauseProgrammeConnection, {
    description: 'The programmes of insertion clauses, the latest first. Seen by every member.',
  })
  @Reads()
  clauseProgrammes(@Args() _: PageArgs): RowQuery {
    return selectMany(ClauseProgramme, bySince);
  }

  @Query(() => CompanyConnection, {
    description:
      'The companies to which lots are awarded or which employ persons for lots, by name. Seen by every member.',
  })
  @Reads()
  companies(@Args() _: PageArgs): RowQuery {
    return selectMany(Company, byName);
  }

  @FieldResolver(() => ProcurementConnection, {
    description: 'The programme’s procurements, the latest first.',
  })
  @Reads()
  procurements(@Args() _: PageArgs, @Root() programme: Row): RowQuery {
    const ofProgramme = (it: Row) => sql`${it.column('programme')} = ${programme.column('id')}`;
    return selectMany(Procurement, bySignature, ofProgramme);
  }
}
