import { Args, ArgsType, Field, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import { Role } from '../../access/role.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany, selectOne, ViewOf } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Member } from './member.js';
import { Partner, PartnerKind } from './partner.js';

const byKey = orderBy('MEMBER_KEY', { id: 'uuid' });

@ViewOf(() => Member)
@ObjectType({ description: 'The signed-in member on whose behalf the operation runs.' })
export class Viewer {
  @Field(() => Member, { description: 'The member who is signed in.' })
  member!: Member;

  @Field(() => Partner, { description: 'The partner that the viewer works for.' })
  partner!: Partner;

  @Field(() => Role, { description: 'The viewer’s role in the hub.' })
  role!: Role;

  @Field(() => [Member], {
    description:
      'All active memberships of the same person, one for each partner and role. The headers `x-hub-partner` (the partner’s short name) and `x-hub-role` choose the one that an operation runs as.',
  })
  @Reads()
  memberships(_args: unknown, viewer: Row): RowQuery {
    return selectMany(
      Member,
      byKey,
      (member) =>
        sql`(${member.column('id')} = ${viewer.column('id')} or ${member.column('subject')} = ${viewer.column('subject')})`,
      (member) => sql`${member.column('deactivatedAt')} is null`,
    );
  }
}

@InputType({ description: 'Conditions on the partners to list.' })
class PartnerFilter {
  @Field(() => PartnerKind, { nullable: true, description: 'Only partners of this kind.' })
  kind?: PartnerKind | null;
}

@ArgsType()
class PartnerArgs {
  @Field(() => String, { description: 'The short name, such as `club-relais`.' })
  slug!: string;
}

@ArgsType()
class PartnersArgs extends PageArgs {
  @Field(() => PartnerFilter, {
    nullable: true,
    description: 'Conditions on the partners to list; all partners if null.',
  })
  filter?: PartnerFilter | null;
}

const PartnerConnection = connectionOf('Partner', () => Partner, false);
const MemberConnection = connectionOf('Member', () => Member, true);
const byName = orderBy('MEMBER_NAME', { name: 'text', id: 'uuid' });
const bySlug = orderBy('PARTNER_SLUG', { slug: 'text' });

@Resolver()
export class PartnerQueries {
  @Query(() => Viewer, {
    description:
      'The signed-in member. Never null: an anonymous request is refused before any field is resolved.',
  })
  @Reads()
  viewer(): RowQuery {
    return selectOne(Member, (member) => sql`${member.column('id')} = ${raw('access.member_id()')}`);
  }

  @Query(() => Partner, { nullable: true, description: 'The partner with this short name.' })
  @Reads()
  partner(@Args() { slug }: PartnerArgs): RowQuery {
    return selectOne(Partner, (partner) => sql`${partner.column('slug')} = ${slug}`);
  }

  @Query(() => PartnerConnection, { description: 'The directory of partners, ordered by short name.' })
  @Reads()
  partners(@Args() { filter }: PartnersArgs): RowQuery {
    const kind = filter?.kind;
    return selectMany(Partner, bySlug, (partner) =>
      kind ? sql`${partner.column('kind')} = ${kind}` : undefined,
    );
  }

  @Query(() => MemberConnection, {
    description: 'The members of the viewer’s partner, ordered by name. Deactivated members are included.',
  })
  @Reads()
  members(@Args() _: PageArgs): RowQuery {
    return selectMany(
      Member,
      byName,
      (member) => sql`${member.column('partner')} = ${raw('(select access.partner_id())')}`,
    );
  }
}
