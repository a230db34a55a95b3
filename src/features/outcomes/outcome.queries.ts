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
    description: 'What it counts as, in the frame in force on its day; null for no exit of any class.',
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
    description: 'The version of the frame in force on its day; null before the first one.',
  })
  @Computed((outcome) => sql`frames.exit_version(${outcome.column('occurredOn')})`)
  frameVersion(): null {
    return null;
  }
}

@Resolver(() => Pathway)
export class PathwayOutcomes {
  @FieldResolver(() => OutcomeConnection, { description: 'Where the pathway led, the latest first.' })
  @Reads()
  outcomes(@Args() _: PageArgs, @Root() pathway: Row): RowQuery {
    return selectMany(Outcome, newest, (it) => sql`${it.column('pathway')} = ${pathway.column('id')}`);
  }
}

@Resolver(() => ClauseContract)
export class ClauseContractOutcomes {
  @FieldResolver(() => OutcomeConnection, {
    description: 'The outcomes that came from the contract, the latest first. Empty below scope PATHWAY.',
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
