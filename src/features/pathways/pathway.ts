import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, me, myself, sees } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';

export const PathwayStatus = closedSet('PathwayStatus', 'State of a pathway.', {
  OPEN: 'In progress.',
  SUSPENDED: 'Interrupted for a time.',
  CLOSED: 'Closed.',
});
export type PathwayStatus = keyof typeof PathwayStatus;

/** The work of one partner with one person. Visible with a sharing of scope PATHWAY. */
@ObjectType({
  implements: Node,
  description: 'A person’s pathway with one partner. Visible with a sharing of scope PATHWAY.',
})
@Entity({
  tableName: 'pathway',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'shared',
      command: 'select',
      roles: ['hub_partner'],
      using: sees('pathway.beneficiary_id', 'PATHWAY'),
    },
    {
      name: 'open',
      command: 'insert',
      roles: ['hub_partner'],
      check: `partner_id = ${me} and created_by_id = ${myself} and ${sees('pathway.beneficiary_id', 'PATHWAY')}`,
    },
    {
      name: 'close',
      command: 'update',
      roles: ['hub_partner'],
      using: `partner_id = ${me} and ${sees('pathway.beneficiary_id', 'PATHWAY')}`,
      check: "status = 'CLOSED' and closed_on is not null",
    },
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    counted,
  ],
})
@Index({ name: 'pathway_of_beneficiary', properties: ['beneficiary', 'startedOn', 'id'] })
@Index({ name: 'pathway_of_partner', properties: ['partner', 'startedOn', 'id'] })
@Index({ name: 'pathway_by_start', properties: ['startedOn', 'id'] })
@Index({
  name: 'pathway_one_open',
  expression:
    "create unique index pathway_one_open on pathway (beneficiary_id, partner_id) where status <> 'CLOSED'",
})
export class Pathway extends Node {
  @Field(() => Beneficiary, { description: 'The person.' })
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner that accompanies the person.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => String, { description: 'The person’s objective.' })
  @Property({ type: 'text' })
  objective!: string;

  @Field(() => PathwayStatus, { description: 'State of the pathway.' })
  @Enum({ items: () => PathwayStatus, nativeEnumName: 'pathway_status' })
  status: PathwayStatus = 'OPEN';

  @Field(() => DateScalar, { description: 'First day.' })
  @Property({ type: 'date' })
  startedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null until the pathway is closed.' })
  @Property({ type: 'date', nullable: true })
  closedOn?: string | null;

  @ManyToOne(() => Member)
  createdBy!: Member;
}
