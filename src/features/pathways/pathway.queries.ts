import { Args, ArgsType, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { personsSeen } from '../../access/policies.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { keyOf } from '../../graphql/ids.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Pathway, PathwayStatus } from './pathway.js';
import { Step } from './step.js';

const PathwayOrder = closedSet('PathwayOrder', 'Order of pathways, by first day.', {
  NEWEST: 'Latest first.',
  OLDEST: 'Earliest first.',
});
type PathwayOrder = keyof typeof PathwayOrder;

const StepOrder = closedSet('StepOrder', 'Order of steps, by day.', {
  OLDEST: 'Earliest first.',
  NEWEST: 'Latest first.',
});
type StepOrder = keyof typeof StepOrder;

@InputType({ description: 'Filter for pathways. All given conditions apply.' })
class PathwayFilter {
  @Field(() => PathwayStatus, { nullable: true, description: 'Only pathways in this state.' })
  status?: PathwayStatus | null;

  @Field(() => ID, { nullable: true, description: 'Only pathways with this partner.' })
  partner?: string | null;
}

@ArgsType()
class PathwaysArgs extends PageArgs {
  @Field(() => PathwayFilter, { nullable: true, description: 'Filter; all pathways if left out.' })
  filter?: PathwayFilter | null;

  @Field(() => PathwayOrder, {
    nullable: true,
    description: 'Order; latest first if left out.',
  })
  orderBy?: PathwayOrder | null;
}

@ArgsType()
class StepsArgs extends PageArgs {
  @Field(() => StepOrder, { nullable: true, defaultValue: 'OLDEST', description: 'Order.' })
  orderBy?: StepOrder | null;
}

const PathwayConnection = connectionOf('Pathway', () => Pathway, true);
const StepConnection = connectionOf('Step', () => Step, true);

const pathwayOrders = {
  NEWEST: orderBy('PATHWAY_NEWEST', { startedOn: 'date', id: 'uuid' }, 'descending'),
  OLDEST: orderBy('PATHWAY_OLDEST', { startedOn: 'date', id: 'uuid' }),
};
const stepOrders = {
  OLDEST: orderBy('STEP_OLDEST', { occurredOn: 'date', id: 'uuid' }),
  NEWEST: orderBy('STEP_NEWEST', { occurredOn: 'date', id: 'uuid' }, 'descending'),
};

function pathways({ filter, orderBy }: PathwaysArgs, ...where: RowQuery['where']): RowQuery {
  const { status, partner } = filter ?? {};
  const partnerKey = partner == null ? undefined : keyOf('Partner', partner, ['filter', 'partner']);
  return selectMany(
    Pathway,
    pathwayOrders[orderBy ?? 'NEWEST'],
    ...where,
    (pathway) => (status ? sql`${pathway.column('status')} = ${status}` : undefined),
    (pathway) => (partner != null ? sql`${pathway.column('partner')} = ${partnerKey}` : undefined),
  );
}

@Resolver()
export class PathwayQueries {
  @Query(() => PathwayConnection, { description: 'The pathways that the viewer’s partner sees.' })
  @Reads()
  pathways(@Args() args: PathwaysArgs): RowQuery {
    const keys = raw(personsSeen('PATHWAY'));
    return { ...pathways(args), persons: { keys, of: (pathway) => pathway.column('beneficiary') } };
  }
}

@Resolver(() => Beneficiary)
export class BeneficiaryPathways {
  @FieldResolver(() => PathwayConnection, {
    description: 'The person’s pathways with all partners. Empty without a sharing of scope PATHWAY.',
  })
  @Reads()
  pathways(@Args() args: PathwaysArgs, @Root() person: Row): RowQuery {
    return pathways(args, (pathway) => sql`${pathway.column('beneficiary')} = ${person.column('id')}`);
  }
}

@Resolver(() => Pathway)
export class PathwaySteps {
  @FieldResolver(() => StepConnection, { description: 'The steps of the pathway that the viewer may see.' })
  @Reads()
  steps(@Args() { orderBy }: StepsArgs, @Root() pathway: Row): RowQuery {
    const ofPathway = (step: Row) => sql`${step.column('pathway')} = ${pathway.column('id')}`;
    return selectMany(Step, stepOrders[orderBy ?? 'OLDEST'], ofPathway);
  }
}
