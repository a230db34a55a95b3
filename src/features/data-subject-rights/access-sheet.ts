import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { Role } from '../../access/role.js';
import { SharingScope } from '../../access/scope.js';
import { globalId } from '../../graphql/ids.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { DisclosureVia } from '../audit/index.js';
import { AgreementMethod, SharingBasis } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { endReason, openFile } from './open-file.js';

@ObjectType({ description: 'That a partner may see a person, or might for a time.' })
export class AccessGrant {
  @Field(() => Partner, { description: 'The partner that may see the person.' })
  partner!: string;

  @Field(() => Boolean, { description: 'Whether it may now.' })
  inForce!: boolean;

  @Field(() => SharingScope, { description: 'How far.' })
  scope!: SharingScope;

  @Field(() => SharingBasis, { description: 'Why.' })
  basis!: keyof typeof SharingBasis;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null for the referent partner.' })
  until!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the person agreed; null for the referent partner, which informs instead.',
  })
  agreedOn!: string | null;

  @Field(() => AgreementMethod, { nullable: true, description: 'How the person agreed.' })
  method!: keyof typeof AgreementMethod | null;

  @Field(() => Partner, { description: 'The partner that granted it.' })
  grantedBy!: string;

  @Field(() => Member, {
    nullable: true,
    description: 'Who recorded it; null unless a colleague of the viewer.',
  })
  recordedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended before its time.' })
  endedAt!: string | null;

  @Field(() => Member, {
    nullable: true,
    description: 'Who ended it; null unless a colleague of the viewer.',
  })
  endedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was ended; to the partner that granted it and the one that had it only.',
  })
  endReason!: string | null;

  /** What a page says instead of the keys; of members, the viewer's colleagues alone have a name. */
  names!: {
    readonly partner: string;
    readonly grantedBy: string;
    readonly recordedBy: string | null;
    readonly endedBy: string | null;
  };
}

@ObjectType({ description: 'That members of a partner looked at a person’s file on a day.' })
export class AccessLook {
  @Field(() => DateScalar, { description: 'The day, in Europe/Paris.' })
  day!: string;

  @Field(() => Partner, { description: 'The partner.' })
  partner!: string;

  @Field(() => [Role], { description: 'In which roles.' })
  roles!: Role[];

  @Field(() => [DisclosureVia], { description: 'How they were shown the file.' })
  vias!: (keyof typeof DisclosureVia)[];

  @Field(() => Int, { description: 'How many times.' })
  times!: number;

  @Field(() => DateTimeScalar, { description: 'The first time.' })
  first!: string;

  @Field(() => DateTimeScalar, { description: 'The last time.' })
  last!: string;

  /** The partner's name, for a page. */
  partnerName!: string;
}

/** What a person is told who asks who sees their file. */
@ObjectType({
  description:
    'Who sees a person’s file, since when, until when and why; and who looked. Handed out by the partner that answers for the file.',
})
export class AccessSheet {
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => String, { description: 'The person’s first name.' })
  firstName!: string;

  @Field(() => String, { description: 'The person’s last name.' })
  lastName!: string;

  @Field(() => DateScalar, { description: 'The person’s date of birth.' })
  birthDate!: string;

  @Field(() => DateTimeScalar, { description: 'When the sheet was made.' })
  madeAt!: string;

  @Field(() => [AccessGrant], { description: 'Every sharing that there ever was, the oldest first.' })
  grants!: AccessGrant[];

  @Field(() => [AccessLook], {
    description: 'Who looked, as far back as the audit is kept: by partner and day, the latest first.',
  })
  looks!: AccessLook[];
}

const whose = `
select it.first_name as "firstName", it.last_name as "lastName", it.birth_date::text as "birthDate", now() as "madeAt"
from beneficiary it where it.id = $1`;

const nameOf = (table: 'partner' | 'member', column: string) =>
  `(select named.name from ${table} named where named.id = it.${column})`;

const grants = `
select it.partner_id as partner, it.scope, it.basis, it.since, it.until, it.agreed_on::text as "agreedOn", it.method,
  it.granted_by_id as "grantedBy", it.recorded_by_id as "recordedBy", it.ended_at as "endedAt", it.ended_by_id as "endedBy",
  access.in_force(it.ended_at, it.until) as "inForce", ${endReason} as "endReason",
  json_build_object('partner', ${nameOf('partner', 'partner_id')}, 'grantedBy', ${nameOf('partner', 'granted_by_id')},
    'recordedBy', ${nameOf('member', 'recorded_by_id')}, 'endedBy', ${nameOf('member', 'ended_by_id')}) as names
from sharing it where it.beneficiary_id = $1 order by it.since, it.id`;

const looks = `
select (e.at at time zone 'Europe/Paris')::date::text as day, e.partner_id as partner, p.name as "partnerName",
  array_agg(distinct e.role::text) as roles, array_agg(distinct e.via::text) as vias,
  count(*)::int as times, min(e.at) as first, max(e.at) as last
from audit.entry e join partner p on p.id = e.partner_id
where e.id = any ((select audit.about($1))::bigint[])
group by 1, 2, 3 order by 1 desc, 3, 2`;

/**
 * Who sees a person's file and who looked at it; null when the person is absent, or not one for whom the
 * viewer's partner answers. The audit names this too.
 */
export async function accessSheet(person: string, context: Context): Promise<AccessSheet | null> {
  const found = await openFile(context, person, 'SHEET', [whose, grants, looks]);
  if (!found) return null;
  const [[identity], granted, looked] = found as [[object], AccessGrant[], AccessLook[]];
  return Object.assign(new AccessSheet(), identity, {
    beneficiary: globalId('Beneficiary', person),
    grants: granted,
    looks: looked,
  });
}
