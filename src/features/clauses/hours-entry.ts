import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ObjectType } from 'type-graphql';
import { counted, myself } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DataSubject } from '../../graphql/read/declare.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Member } from '../partners/index.js';
import { ClauseContract, ofContract } from './contract.js';
import { facilitates, keepsContract } from './rights.js';

export const HoursKind = closedSet('HoursKind', 'What hours were spent on.', {
  WORK: 'Work: what the commitment is counted in.',
  TRAINING: 'Training during the contract.',
  TUTORING: 'Tutoring by somebody of the company.',
});
export type HoursKind = keyof typeof HoursKind;

export const HoursStatus = closedSet('HoursStatus', 'Where declared hours stand.', {
  DECLARED: 'Waiting for a facilitator.',
  VALIDATED: 'Confirmed: they count.',
  REJECTED: 'Not confirmed, with a reason; they may be declared again.',
});
export type HoursStatus = keyof typeof HoursStatus;

/** The hours of one kind in one month of a contract. */
@DataSubject(ofContract)
@ObjectType({
  implements: Node,
  description: 'The hours of one kind in one month of a contract. Seen with the contract.',
})
@Entity({
  tableName: 'hours_entry',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'contract',
      command: 'select',
      roles: ['hub_partner'],
      using: 'exists (select from clause_contract c where c.id = hours_entry.contract_id)',
    },
    {
      name: 'declare',
      command: 'insert',
      roles: ['hub_partner'],
      check: `status = 'DECLARED' and declared_by_id = ${myself} and ${keepsContract('hours_entry.contract_id')}`,
    },
    {
      name: 'decide',
      command: 'update',
      roles: ['hub_partner'],
      using: `${facilitates} and ${keepsContract('hours_entry.contract_id')}`,
      check: `status <> 'DECLARED' and decided_by_id = ${myself}`,
    },
    { name: 'system', command: 'select', roles: ['hub_system', 'hub_access'], using: 'true' },
    counted,
  ],
})
@Index({ name: 'hours_entry_of_contract', properties: ['contract', 'month', 'id'] })
@Index({
  name: 'hours_entry_once',
  expression:
    "create unique index hours_entry_once on hours_entry (contract_id, month, kind) where status <> 'REJECTED'",
})
export class HoursEntry extends Node {
  @Field(() => ClauseContract, { description: 'The contract.' })
  @ManyToOne(() => ClauseContract)
  contract!: ClauseContract;

  @Field(() => DateScalar, { description: 'The month in which they were worked, by its first day.' })
  @Property({ type: 'date' })
  month!: string;

  @Field(() => HoursKind, { description: 'What they were spent on.' })
  @Enum({ items: () => HoursKind, nativeEnumName: 'hours_kind' })
  kind!: HoursKind;

  @Field(() => Float, { description: 'How many, to a hundredth.' })
  @Property({ type: 'decimal', precision: 6, scale: 2, runtimeType: 'number' })
  hours!: number;

  @Field(() => HoursStatus, { description: 'Where they stand.' })
  @Enum({ items: () => HoursStatus, nativeEnumName: 'hours_status' })
  status!: HoursStatus;

  @Field(() => DateTimeScalar, { description: 'When they were declared.' })
  @Property({ type: 'datetime', length: 3 })
  declaredAt!: Date;

  @ManyToOne(() => Member)
  declaredBy!: Member;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were validated or rejected.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  decidedAt?: Date | null;

  @ManyToOne(() => Member, { nullable: true })
  decidedBy?: Member | null;

  @Field(() => String, { nullable: true, description: 'Why they were rejected.' })
  @Property({ type: 'text', nullable: true })
  rejectReason?: string | null;
}
