import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, readsFiles } from '../../access/policies.js';
import { SharingScope } from '../../access/scope.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Computed } from '../../graphql/read/declare.js';
import { sql } from '../../graphql/read/sql.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AgreementMethod, Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';

export const LinkStatus = closedSet('LinkStatus', 'Where a request to be linked stands.', {
  PENDING: 'Not answered; also when nobody is followed under that name.',
  ACCEPTED: 'The referent partner shared the file.',
  REFUSED: 'The referent partner said no.',
  EXPIRED: 'Not answered in time; also when nobody is followed under that name.',
});
export type LinkStatus = keyof typeof LinkStatus;

/** Whose person it is about is in `link_match`, under that table's own policy. */
const meant = 'exists (select from link_match m where m.request_id = link_request.id)';

/**
 * That a partner asks to see a person whom another one may follow, with the person's agreement. The row is
 * the same whether or not the hub knows the person: until the answer is yes, nothing in it depends on that.
 */
@ObjectType({
  implements: Node,
  description:
    'A request to see a person whom another partner may follow. Seen by the partner that asks, and by the referent of the person who is meant, if there is one.',
})
@Entity({
  tableName: 'link_request',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'asker',
      command: 'select',
      roles: ['hub_partner'],
      using: `${readsFiles} and partner_id = ${me}`,
    },
    { name: 'referent', command: 'select', roles: ['hub_partner'], using: `${readsFiles} and ${meant}` },
    {
      name: 'ask',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${readsFiles} and partner_id = ${me} and member_id = ${myself}
        and answered_at is null and accepted is null and beneficiary_id is null`,
    },
    {
      name: 'answer',
      command: 'update',
      roles: ['hub_partner'],
      using: `${readsFiles} and ${meant}`,
      check: `answered_at < expires_at and case when accepted
        then exists (select from link_match m
          where m.request_id = link_request.id and m.beneficiary_id = link_request.beneficiary_id)
        else accepted is not null and beneficiary_id is null
      end`,
    },
  ],
})
@Index({ name: 'link_request_of_partner', properties: ['partner', 'createdAt', 'id'] })
export class LinkRequest extends Node {
  @Field(() => Partner, { description: 'The partner that asks.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  /** Who asks, and informed the person. */
  @ManyToOne(() => Member)
  member!: Member;

  @Field(() => String, { description: 'What the partner wants to do with the person.' })
  @Property({ type: 'text' })
  purpose!: string;

  @Field(() => SharingScope, { description: 'How far it asks to see.' })
  @Enum({ items: () => SharingScope, nativeEnumName: 'sharing_scope' })
  scope!: SharingScope;

  @Field(() => DateScalar, { description: 'When the person agreed.' })
  @Property({ type: 'date' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  @Enum({ items: () => AgreementMethod, nativeEnumName: 'agreement_method' })
  method!: AgreementMethod;

  /** When the person's agreement ends. */
  @Property({ type: 'datetime', length: 3 })
  until!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'From when on it is not answered any more.' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  answeredAt?: Date | null;

  /** The answer. */
  @Property({ type: 'boolean', nullable: true })
  accepted?: boolean | null;

  /** The person, once the answer is yes. */
  @ManyToOne(() => Beneficiary, { nullable: true })
  beneficiary?: Beneficiary | null;

  @Field(() => LinkStatus, { description: 'Where it stands.' })
  @Computed(
    (request) => sql`case ${request.column('accepted')} when true then 'ACCEPTED' when false then 'REFUSED'
      else case when ${request.column('expiresAt')} > now() then 'PENDING' else 'EXPIRED' end end`,
  )
  status!: LinkStatus;
}
