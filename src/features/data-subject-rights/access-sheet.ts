import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Role } from '../../access/role.js';
import { SharingScope } from '../../access/scope.js';
import type { Context } from '../../context.js';
import { globalId } from '../../graphql/ids.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { DisclosureVia } from '../audit/index.js';
import { AgreementMethod, SharingBasis } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { endReason, openFile } from './open-file.js';

@ObjectType({ description: 'The present or past right of a partner to see a person.' })
export class AccessGrant {
  @Field(() => Partner, { description: 'The partner that has or had the right.' })
  partner!: string;

  @Field(() => Boolean, { description: 'Whether the right is in force now.' })
  inForce!: boolean;

  @Field(() => SharingScope, { description: 'The scope of the right.' })
  scope!: SharingScope;

  @Field(() => SharingBasis, { description: 'The basis of the right.' })
  basis!: keyof typeof SharingBasis;

  @Field(() => DateTimeScalar, { description: 'When the right began.' })
  since!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the right ends; null for the referent.' })
  until!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day on which the person agreed; null for the referent, which informs the person instead of asking for an agreement.',
  })
  agreedOn!: string | null;

  @Field(() => AgreementMethod, { nullable: true, description: 'How the person agreed.' })
  method!: keyof typeof AgreementMethod | null;

  @Field(() => Partner, { description: 'The partner that granted the right.' })
  grantedBy!: string;

  @Field(() => Member, {
    nullable: true,
    description: 'The member who recorded it; null unless that member works for the viewer’s partner.',
  })
  recordedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the right was ended early.' })
  endedAt!: string | null;

  @Field(() => Member, {
    nullable: true,
    description: 'The member who ended it; null unless that member works for the viewer’s partner.',
  })
  endedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the right was ended. Visible only to the partner that granted the right and to the partner that had it.',
  })
  endReason!: string | null;

  /** Names that the printed page shows instead of the keys. Only members of the viewer's partner are named. */
  names!: {
    readonly partner: string;
    readonly grantedBy: string;
    readonly recordedBy: string | null;
    readonly endedBy: string | null;
  };
}

@ObjectType({ description: 'Accesses of one partner’s members to a person’s file on one day.' })
export class AccessLook {
  @Field(() => DateScalar, { description: 'The day, in Europe/Paris.' })
  day!: string;

  @Field(() => Partner, { description: 'The partner of these members.' })
  partner!: string;

  @Field(() => [Role], { description: 'The roles of these members.' })
  roles!: Role[];

  @Field(() => [DisclosureVia], { description: 'The ways in which the file was shown to them.' })
  vias!: (keyof typeof DisclosureVia)[];

  @Field(() => Int, { description: 'The number of accesses.' })
  times!: number;

  @Field(() => DateTimeScalar, { description: 'The first access of the day.' })
  first!: string;

  @Field(() => DateTimeScalar, { description: 'The last access of the day.' })
  last!: string;

  /** The partner's name, for the printed page. */
  partnerName!: string;
}

/** The answer to a person who asks who sees their file. */
@ObjectType({
  description:
    'Who may see a person’s file, from when, until when and why; and who accessed it. The referent gives it to the person.',
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

  @Field(() => [AccessGrant], { description: 'All present and past sharings, oldest first.' })
  grants!: AccessGrant[];

  @Field(() => [AccessLook], {
    description: 'Accesses by partner and day, latest first, as far back as the audit is kept.',
  })
  looks!: AccessLook[];
}

const identityQuery = `
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
 * Who may see a person's file and who accessed it. Null when the person does not exist, or when the viewer's partner is
 * not the referent. This read is itself recorded in the audit.
 */
export async function accessSheet(person: string, context: Context): Promise<AccessSheet | null> {
  const found = await openFile(context, person, 'SHEET', [identityQuery, grants, looks]);
  if (!found) return null;
  const [[identity], granted, looked] = found as [[object], AccessGrant[], AccessLook[]];
  return Object.assign(new AccessSheet(), identity, {
    beneficiary: globalId('Beneficiary', person),
    grants: granted,
    looks: looked,
  });
}
