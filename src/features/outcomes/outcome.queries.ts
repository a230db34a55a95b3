import { Args, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Computed, Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { ClauseContract } from '../clauses/index.js';
import { Pathway } from '../pathways/index.js';
import { ExitClass } from './exit-frame.js';
import { Outcome } from './outcome.js';

const OutcomeConnection = connectionOf('Outcome', () => Outcome, true);
const newest = orderBy('OUTCOME_NEWEST', { occurredOn: 'date', id: 'uuid' }, 'descending');

@Resolver(() => Outcome)
export class OutcomeFields {
  @FieldResolver(() => ExitClass, {
    nullable: true,
    description: 'Exit class, by the frame in force on `occurredOn`; null if the outcome has no exit class.',
  })
  @Computed(
    (outcome) =>
      sql`frames.exit_class(${outcome.column('situation')}, ${outcome.column('contractMonths')}, ${outcome.column('occurredOn')})`,
  )
  class(): null {
    return null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Version of the frame in force on `occurredOn`; null before the first frame.',
  })
  @Computed((outcome) => sql`frames.exit_version(${outcome.column('occurredOn')})`)
  frameVersion(): null {
    return null;
  }
}

@Resolver(() => Pathway)
export class PathwayOutcomes {
  @FieldResolver(() => OutcomeConnection, { description: 'The outcomes of the pathway, latest first.' })
  @Reads()
  outcomes(@Args() _: PageArgs, @Root() pathway: Row): RowQuery {
    return selectMany(Outcome, newest, (it) => sql`${it.column('pathway')} = ${pathway.column('id')}`);
  }
}

@Resolver(() => ClauseContract)
export class ClauseContractOutcomes {
  @FieldResolver(() => OutcomeConnection, {
    description:
      'The outcomes that the contract led to, latest first. Empty without a sharing of scope PATHWAY.',
  })
  @Reads()
  outcomes(@Args() _: PageArgs, @Root() contract: Row): RowQuery {
    return selectMany(
      Outcome,
      newest,
      (it) => sql`${it.column('clauseContract')} = ${contract.column('id')}`,
    );
  }
}
