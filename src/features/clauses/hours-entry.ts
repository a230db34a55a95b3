import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ObjectType } from 'type-graphql';
import { counted, myself } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DataSubject } from '../../graphql/read/declare.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Member } from '../partners/index.js';
import { ClauseContract, ofContract } from './contract.js';
import { facilitates, mayChangeContract } from './rights.js';

export const HoursKind = closedSet('HoursKind', 'The kind of hours.', {
  WORK: 'Work. Only hours of work count towards the commitment.',
  TRAINING: 'Training during the contract.',
  TUTORING: 'Tutoring by an employee of the company.',
});
export type HoursKind = keyof typeof HoursKind;

export const HoursStatus = closedSet('HoursStatus', 'The status of declared hours.', {
  DECLARED: 'The hours wait for a facilitator’s decision.',
  VALIDATED: 'A facilitator confirmed the hours, so they count.',
  REJECTED: 'A facilitator rejected the hours, with a reason. They may be declared again.',
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
      check: `status = 'DECLARED' and declared_by_id = ${myself} and ${mayChangeContract('hours_entry.contract_id')}`,
    },
    {
      name: 'decide',
      command: 'update',
      roles: ['hub_partner'],
      using: `${facilitates} and ${mayChangeContract('hours_entry.contract_id')}`,
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

  @Field(() => DateScalar, { description: 'The month in which the hours were worked, as its first day.' })
  @Property({ type: 'date' })
  month!: string;

  @Field(() => HoursKind, { description: 'The kind of hours.' })
  @Enum({ items: () => HoursKind, nativeEnumName: 'hours_kind' })
  kind!: HoursKind;

  @Field(() => Float, { description: 'The number of hours, with at most two decimals.' })
  @Property({ type: 'decimal', precision: 6, scale: 2, runtimeType: 'number' })
  hours!: number;

  @Field(() => HoursStatus, { description: 'The status of the hours.' })
  @Enum({ items: () => HoursStatus, nativeEnumName: 'hours_status' })
  status!: HoursStatus;

  @Field(() => DateTimeScalar, { description: 'When the hours were declared.' })
  @Property({ type: 'datetime', length: 3 })
  declaredAt!: Date;

  @ManyToOne(() => Member)
  declaredBy!: Member;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the hours were validated or rejected.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  decidedAt?: Date | null;

  @ManyToOne(() => Member, { nullable: true })
  decidedBy?: Member | null;

  @Field(() => String, { nullable: true, description: 'Why the hours were rejected.' })
  @Property({ type: 'text', nullable: true })
  rejectReason?: string | null;
}
