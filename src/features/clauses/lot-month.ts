import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ObjectType } from 'type-graphql';
import { queryOf } from '../../database/definitions.js';
import { Computed } from '../../graphql/read/declare.js';
import { type Sql, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';

/**
 * The number of contracts of a lot that the viewer sees. If these are not all contracts, no sum is shown, because
 * a sum over some contracts would have a different meaning for each viewer.
 */
export const contractsSeen = (lot: Sql): Sql =>
  sql`(select count(*) from clause_contract c where c.lot_id = ${lot})`;

const seesAllOf = (lot: Sql): Sql => sql`${contractsSeen(lot)} = access.contracts_of(${lot})`;

/** A month of a lot. A view that reads with the viewer's rights and defines due, done and forecast hours. */
@ObjectType({ description: 'A month of a lot.' })
@Entity({ tableName: 'lot_month', view: true, expression: queryOf('lot-month') })
export class LotMonth {
  @PrimaryKey({ type: 'uuid' })
  lotId!: string;

  @Field(() => DateScalar, { description: 'The month, as its first day.' })
  @PrimaryKey({ type: 'date' })
  month!: string;

  @Field(() => Float, {
    description: 'The hours due: the commitment is spread evenly over the lot’s months.',
  })
  @Property({ type: 'decimal', runtimeType: 'number' })
  due!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The hours done: validated hours of work. Null unless the viewer sees all contracts of the lot.',
  })
  @Computed((month) => sql`case when ${seesAllOf(month.column('lotId'))} then ${month.column('done')} end`)
  @Property({ type: 'decimal', runtimeType: 'number' })
  done!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The forecast hours: the hours done where the month is known, otherwise each running contract’s monthly average. Null unless the viewer sees all contracts of the lot.',
  })
  @Computed(
    (month) =>
      sql`case when ${seesAllOf(month.column('lotId'))} then round(${month.column('forecast')}, 2) end`,
  )
  @Property({ type: 'decimal', runtimeType: 'number' })
  forecast!: number;
}
