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

export const LinkStatus = closedSet('LinkStatus', 'The status of a link request.', {
  PENDING: 'Not answered yet, or no such person is registered.',
  ACCEPTED: 'The referent accepted the request and shared the file.',
  REFUSED: 'The referent refused the request.',
  EXPIRED: 'Not answered in time, or no such person is registered.',
});
export type LinkStatus = keyof typeof LinkStatus;

/** True for the referent of the person. `link_match` names the person and the referent, under its own row policy. */
const meant = 'exists (select from link_match m where m.request_id = link_request.id)';

/**
 * The request of a partner to see a person whom another partner may follow, with the person's agreement. The row is
 * the same whether or not the person is registered. Nothing in it depends on that until the request is accepted.
 */
@ObjectType({
  implements: Node,
  description:
    'A request to see a person whom another partner may follow. Visible to the requesting partner and, when the person is registered, to the person’s referent.',
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
  @Field(() => Partner, { description: 'The requesting partner.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  /** The member who sent the request and informed the person. */
  @ManyToOne(() => Member)
  member!: Member;

  @Field(() => String, { description: 'What the partner plans to do with the person.' })
  @Property({ type: 'text' })
  purpose!: string;

  @Field(() => SharingScope, { description: 'The scope that the partner asks for.' })
  @Enum({ items: () => SharingScope, nativeEnumName: 'sharing_scope' })
  scope!: SharingScope;

  @Field(() => DateScalar, { description: 'The day on which the person agreed.' })
  @Property({ type: 'date' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  @Enum({ items: () => AgreementMethod, nativeEnumName: 'agreement_method' })
  method!: AgreementMethod;

  /** When the person's agreement ends. */
  @Property({ type: 'datetime', length: 3 })
  until!: Date;

  @Field(() => DateTimeScalar, { description: 'When the request was sent.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When the request expires. It can no longer be answered from then on.',
  })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the request was answered.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  answeredAt?: Date | null;

  /** Whether the request was accepted; null before the answer. */
  @Property({ type: 'boolean', nullable: true })
  accepted?: boolean | null;

  /** The person, once the request was accepted. */
  @ManyToOne(() => Beneficiary, { nullable: true })
  beneficiary?: Beneficiary | null;

  @Field(() => LinkStatus, { description: 'The status of the request.' })
  @Computed(
    (request) => sql`case ${request.column('accepted')} when true then 'ACCEPTED' when false then 'REFUSED'
      else case when ${request.column('expiresAt')} > now() then 'PENDING' else 'EXPIRED' end end`,
  )
  status!: LinkStatus;
}
