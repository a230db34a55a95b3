import {
  Args,
  ArgsType,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { keyOf } from '../../graphql/ids.js';
import { Computed, Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, type Sql, sql } from '../../graphql/read/sql.js';
import { Lot } from './lot.js';
import { contractsSeen, LotMonth } from './lot-month.js';
import { Procurement } from './procurement.js';
import { LotShortfall } from './shortfall.js';

@InputType({ description: 'Which lots.' })
class LotFilter {
  @Field(() => ID, { nullable: true, description: 'Only lots of this procurement.' })
  procurement?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only lots awarded to this company.' })
  company?: string | null;
}

@ArgsType()
class LotsArgs extends PageArgs {
  @Field(() => LotFilter, { nullable: true, description: 'Which lots.' })
  filter?: LotFilter | null;
}

const LotConnection = connectionOf('Lot', () => Lot, true);

const byStart = orderBy('LOT_LATEST', { startsOn: 'date', id: 'uuid' }, 'descending');
const inTime = orderBy('LOT_MONTH', { month: 'date' });

/** The sum over the months of a lot (see {@link LotMonth}), for viewers who see all contracts of the lot. */
function total(column: 'done' | 'forecast'): (lot: Row) => Sql {
  return (lot) => {
    const id = lot.column('id');
    return sql`(select t.${raw(column)} from access.hours_of(${id}) t where t.contracts = ${contractsSeen(id)})`;
  };
}

@Resolver(() => Lot)
export class LotQueries {
  @Query(() => LotConnection, {
    description: 'The lots of all procurements, the latest first. Seen by every member.',
  })
  @Reads()
  lots(@Args() { filter }: LotsArgs): RowQuery {
    const { procurement, company } = filter ?? {};
    const procurementKey =
      procurement == null ? undefined : keyOf('Procurement', procurement, ['filter', 'procurement']);
    const companyKey = company == null ? undefined : keyOf('Company', company, ['filter', 'company']);
    return selectMany(
      Lot,
      byStart,
      (lot) => (procurement != null ? sql`${lot.column('procurement')} = ${procurementKey}` : undefined),
      (lot) => (company != null ? sql`${lot.column('company')} = ${companyKey}` : undefined),
    );
  }

  @FieldResolver(() => [LotMonth], { description: 'The months of the lot, from the first to the last.' })
  @Reads()
  months(_: unknown, @Root() lot: Row): RowQuery {
    return selectMany(LotMonth, inTime, (month) => sql`${month.column('lotId')} = ${lot.column('id')}`);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The validated hours of work. Null unless the viewer sees all contracts of the lot, as the programme’s facilitators do.',
  })
  @Computed(total('done'))
  hoursDone(): never {
    throw new Error('read by the engine');
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The hours expected by the end of the lot. Null unless the viewer sees all contracts of the lot, as the programme’s facilitators do.',
  })
  @Computed(total('forecast'))
  hoursForecast(): never {
    throw new Error('read by the engine');
  }

  @FieldResolver(() => LotShortfall, {
    nullable: true,
    description:
      'The open shortfall: the forecast is below the committed hours. Null when there is no open shortfall, and for everyone except the programme’s facilitators.',
  })
  @Reads()
  shortfall(_: unknown, @Root() lot: Row): RowQuery {
    return selectOne(
      LotShortfall,
      (shortfall) => sql`${shortfall.column('lot')} = ${lot.column('id')}`,
      (shortfall) => sql`${shortfall.column('endedAt')} is null`,
    );
  }
}

@Resolver(() => Procurement)
export class ProcurementLots {
  @FieldResolver(() => LotConnection, { description: 'The procurement’s lots, the latest first.' })
  @Reads()
  lots(@Args() _: PageArgs, @Root() procurement: Row): RowQuery {
    return selectMany(Lot, byStart, (lot) => sql`${lot.column('procurement')} = ${procurement.column('id')}`);
  }
}
