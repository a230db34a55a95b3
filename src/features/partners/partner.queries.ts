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
@ObjectType({ description: 'Who is asking.' })
export class Viewer {
  @Field(() => Member, { description: 'The professional who is signed in.' })
  member!: Member;

  @Field(() => Partner, { description: 'The partner that the viewer works for.' })
  partner!: Partner;

  @Field(() => Role, { description: 'What the viewer does in the hub.' })
  role!: Role;

  @Field(() => [Member], {
    description:
      'The same person at each partner and in each role: the headers `x-hub-partner` (the short name) and `x-hub-role` choose one.',
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

@InputType({ description: 'Which partners.' })
class PartnerFilter {
  @Field(() => PartnerKind, { nullable: true, description: 'Of this kind only.' })
  kind?: PartnerKind | null;
}

@ArgsType()
class PartnerArgs {
  @Field(() => String, { description: 'The short name, such as `club-relais`.' })
  slug!: string;
}

@ArgsType()
class PartnersArgs extends PageArgs {
  @Field(() => PartnerFilter, { nullable: true, description: 'Which partners.' })
  filter?: PartnerFilter | null;
}

const PartnerConnection = connectionOf('Partner', () => Partner, false);
const MemberConnection = connectionOf('Member', () => Member, true);
const byName = orderBy('MEMBER_NAME', { name: 'text', id: 'uuid' });
const bySlug = orderBy('PARTNER_SLUG', { slug: 'text' });

@Resolver()
export class PartnerQueries {
  @Query(() => Viewer, {
    description: 'Who is asking. Never null: an anonymous request is refused before any field.',
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

  @Query(() => PartnerConnection, { description: 'The directory of partners, by short name.' })
  @Reads()
  partners(@Args() { filter }: PartnersArgs): RowQuery {
    const kind = filter?.kind;
    return selectMany(Partner, bySlug, (partner) =>
      kind ? sql`${partner.column('kind')} = ${kind}` : undefined,
    );
  }

  @Query(() => MemberConnection, {
    description: 'The members of the viewer’s partner by name, those included who sign in no more.',
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
