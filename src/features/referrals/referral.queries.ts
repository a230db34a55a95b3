import { Args, ArgsType, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { mayWrite } from '../../commands/offers.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { keyOf } from '../../graphql/ids.js';
import { Computed, Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { SearchesPersons } from '../../graphql/read/search.js';
import { join, literal, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { Beneficiary, isFoundPerson, personSearchBy } from '../beneficiaries/index.js';
import { actionsOf, type Party, ReferralAction, ReferralStatus } from './lifecycle.js';
import { Referral, ReferralDecline, ReferralPriority } from './referral.js';
import { ReferralTransition } from './referral-transition.js';
import { textOf } from './text-of.js';
import { isOverdue } from './waiting.queries.js';
import { hasWords, wordPattern } from './word-search.js';

const ReferralBox = closedSet('ReferralBox', 'Received or sent referrals.', {
  INBOX: 'Referrals received by the viewer’s partner.',
  OUTBOX: 'Referrals sent by the viewer’s partner.',
});
type ReferralBox = keyof typeof ReferralBox;

const ReferralOrder = closedSet('ReferralOrder', 'Order of referrals, by creation time.', {
  NEWEST: 'Latest first.',
  OLDEST: 'Earliest first.',
});
type ReferralOrder = keyof typeof ReferralOrder;

@InputType({ description: 'Filter for referrals. All given conditions apply.' })
class ReferralFilter {
  @Field(() => [ReferralStatus], { nullable: true, description: 'Only referrals in one of these states.' })
  status?: ReferralStatus[] | null;

  @Field(() => ReferralPriority, { nullable: true, description: 'Only referrals of this priority.' })
  priority?: ReferralPriority | null;

  @Field(() => ID, { nullable: true, description: 'Only referrals whose other side is this partner.' })
  partner?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only received referrals that are assigned to this member of the viewer’s partner.',
  })
  assignee?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only referrals to this service.' })
  service?: string | null;

  @Field(() => String, { nullable: true, description: 'Only the referral with this reference.' })
  reference?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only referrals with this text: of a person whom the viewer may see and whose name it finds, as in `BeneficiaryFilter.search`; whose reference begins with it; or with words that begin with its words in the service’s name or in the name of the partner on the other side. A text without a letter or digit matches no referral.',
  })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an answer is overdue: its time, `answerDueAt`, has passed.',
  })
  overdue?: boolean | null;
}

@ArgsType()
class ReferralArgs {
  @Field(() => ID, { description: 'The id of a referral.' })
  id!: string;
}

@ArgsType()
class ReferralsArgs extends PageArgs {
  @Field(() => ReferralFilter, { nullable: true, description: 'Filter; all referrals if left out.' })
  filter?: ReferralFilter | null;

  @Field(() => ReferralOrder, {
    nullable: true,
    description: 'Order; latest first if left out.',
  })
  orderBy?: ReferralOrder | null;
}

@ArgsType()
class BoxArgs extends ReferralsArgs {
  @Field(() => ReferralBox, { defaultValue: 'INBOX', description: 'Received or sent referrals.' })
  box!: ReferralBox;
}

export const ReferralConnection = connectionOf('Referral', () => Referral, true);

const orders = {
  NEWEST: orderBy('REFERRAL_NEWEST', { createdAt: 'timestamptz', id: 'uuid' }, 'descending'),
  OLDEST: orderBy('REFERRAL_OLDEST', { createdAt: 'timestamptz', id: 'uuid' }),
};
const firstToLast = orderBy('TRANSITION_VERSION', { version: 'int' });
const myPartner = raw('(select access.partner_id())');

/** SQL expression: the partner on the other side. */
const otherSide = (referral: Row) =>
  sql`case ${referral.column('from')} when ${myPartner} then ${referral.column('to')} else ${referral.column('from')} end`;

/** SQL condition: the search finds the referral by its person, its reference, its service or the other side. */
function hasText(referral: Row, search: string): Sql {
  const pattern = wordPattern(search);
  if (pattern === undefined) return sql`false`;
  const named = (table: string) =>
    sql`(select it.id from ${raw(table)} it where ${hasWords(raw('it.name'), pattern)})`;
  const found = [
    isFoundPerson(referral.column('beneficiary'), search),
    sql`starts_with(${referral.column('reference')}, ${search.trim()})`,
    sql`${referral.column('service')} in ${named('service')}`,
    sql`${otherSide(referral)} in ${named('partner')}`,
  ];
  return sql`(${join(found, ' or ')})`;
}

/** The search for persons in the arguments of a list of referrals. */
const searchIn = ({ filter }: ReferralsArgs) =>
  filter?.search == null ? undefined : personSearchBy(filter.search);

/** Selects referrals by filter and order, and by the further conditions `where`. */
export function referrals(
  { filter, orderBy }: Partial<ReferralsArgs>,
  ...where: RowQuery['where']
): RowQuery {
  const { status, priority, partner, assignee, service, reference, search, overdue } = filter ?? {};
  const assigneeKey = assignee == null ? undefined : keyOf('Member', assignee, ['filter', 'assignee']);
  const partnerKey = partner == null ? undefined : keyOf('Partner', partner, ['filter', 'partner']);
  const serviceKey = service == null ? undefined : keyOf('Service', service, ['filter', 'service']);
  return selectMany(
    Referral,
    orders[orderBy ?? 'NEWEST'],
    ...where,
    (referral) =>
      status ? sql`${referral.column('status')} = any(${status}::referral_status[])` : undefined,
    (referral) => (priority ? sql`${referral.column('priority')} = ${priority}` : undefined),
    (referral) => (partner != null ? sql`${otherSide(referral)} = ${partnerKey}` : undefined),
    (referral) =>
      assignee != null
        ? sql`exists (select from referral_assignment a
            where a.referral_id = ${referral.column('id')} and a.member_id = ${assigneeKey})`
        : undefined,
    (referral) => (service != null ? sql`${referral.column('service')} = ${serviceKey}` : undefined),
    (referral) => (reference != null ? sql`${referral.column('reference')} = ${reference}` : undefined),
    (referral) => (search != null ? hasText(referral, search) : undefined),
    (referral) => (overdue != null ? sql`${raw(overdue ? '' : 'not ')}${isOverdue(referral)}` : undefined),
  );
}

/** SQL expression: the lifecycle's actions for the side of the viewer's partner in the row's state. */
function viewerCan(referral: Row): Sql {
  const sides: [Party, Sql][] = [
    ['SENDER', referral.column('from')],
    ['RECEIVER', referral.column('to')],
  ];
  const bySide = sides.map(([party, column]) => {
    const statuses = Object.keys(ReferralStatus) as ReferralStatus[];
    const withActs = statuses.filter((status) => actionsOf(party, status).length > 0);
    const byStatus = withActs.map(
      (status) => sql`when ${literal(status)} then ${literal(JSON.stringify(actionsOf(party, status)))}`,
    );
    return sql`when ${column} = ${myPartner} then case ${referral.column('status')} ${join(byStatus, ' ')} else '[]' end`;
  });
  return sql`(case when not ${mayWrite} then '[]' ${join(bySide, ' ')} else '[]' end)::json`;
}

@Resolver(() => Referral)
export class ReferralQueries {
  @Query(() => Referral, {
    nullable: true,
    description: 'A referral by id; null unless the viewer’s partner is one of its sides.',
  })
  @Reads()
  referral(@Args() { id }: ReferralArgs): RowQuery {
    const key = keyOf('Referral', id, ['id']);
    return selectOne(Referral, (referral) => sql`${referral.column('id')} = ${key}`);
  }

  @Query(() => ReferralConnection, {
    description: 'The referrals that the viewer’s partner received or sent.',
  })
  @SearchesPersons(searchIn)
  @Reads()
  referrals(@Args() args: BoxArgs): RowQuery {
    const side = args.box === 'OUTBOX' ? 'from' : 'to';
    return referrals(args, (referral) => sql`${referral.column(side)} = ${myPartner}`);
  }

  @FieldResolver(() => String, {
    description: 'What the person needs. Empty once the viewer’s partner may no longer see the person.',
  })
  @Computed((referral) => sql`coalesce(${textOf(referral.column('id'))}, '')`)
  purpose(): never {
    throw new Error('computed by the statement');
  }

  @FieldResolver(() => [ReferralAction], {
    description: 'The actions that the viewer may do now. A screen shows them as buttons.',
  })
  @Computed(viewerCan)
  viewerCan(): never[] {
    return [];
  }

  @FieldResolver(() => Referral, {
    nullable: true,
    description:
      'The closed referral that this one follows, if it was made by `referAgain` and the viewer may see the former one.',
  })
  @Reads()
  formerReferral(_: unknown, @Root() referral: Row): RowQuery {
    return selectOne(Referral, (former) => sql`${former.column('id')} = ${referral.column('former')}`);
  }

  @FieldResolver(() => ReferralConnection, {
    description: 'The referrals that were made from this one by `referAgain`.',
  })
  @SearchesPersons(searchIn)
  @Reads()
  laterReferrals(@Args() args: ReferralsArgs, @Root() referral: Row): RowQuery {
    return referrals(args, (later) => sql`${later.column('former')} = ${referral.column('id')}`);
  }

  @FieldResolver(() => [ReferralTransition], { description: 'All changes of the referral, oldest first.' })
  @Reads()
  transitions(_: unknown, @Root() referral: Row): RowQuery {
    return selectMany(
      ReferralTransition,
      firstToLast,
      (change) => sql`${change.column('referral')} = ${referral.column('id')}`,
    );
  }
}

/** The reason of the change by which a referral was declined. */
function declineComment(referral: Row): Sql {
  const change = sql`(select c.id from referral_transition c where c.referral_id = ${referral.column('id')} and c."to" = 'DECLINED' order by c.version desc limit 1)`;
  return textOf(change);
}

@Resolver(() => ReferralDecline)
export class DeclineQueries {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The receiver’s comment. Null once the viewer’s partner may no longer see the person.',
  })
  @Computed(declineComment)
  comment(): never {
    throw new Error('computed by the statement');
  }
}

@Resolver(() => Beneficiary)
export class BeneficiaryReferrals {
  @FieldResolver(() => ReferralConnection, {
    description: 'The referrals of the person of which the viewer’s partner is the sender or the receiver.',
  })
  @SearchesPersons(searchIn)
  @Reads()
  referrals(@Args() args: ReferralsArgs, @Root() person: Row): RowQuery {
    return referrals(args, (referral) => sql`${referral.column('beneficiary')} = ${person.column('id')}`);
  }
}
