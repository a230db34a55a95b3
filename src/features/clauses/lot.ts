import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { counted } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Company } from './company.js';
import { Procurement } from './procurement.js';
import { runsProgramme } from './rights.js';

/** A part of a procurement that is awarded to one company, with the hours that the company committed to. */
@ObjectType({
  implements: Node,
  description:
    'A lot of a procurement, with the hours that its company committed to. Seen by every member, written by the programme’s facilitators.',
})
@Entity({
  tableName: 'lot',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'directory',
      command: 'select',
      roles: ['hub_partner', 'hub_system', 'hub_access'],
      using: 'true',
    },
    {
      name: 'add',
      command: 'insert',
      roles: ['hub_partner'],
      check: runsProgramme('(select p.programme_id from procurement p where p.id = lot.procurement_id)'),
    },
    counted,
  ],
})
@Unique({ properties: ['procurement', 'number'] })
@Index({ name: 'lot_by_start', properties: ['startsOn', 'id'] })
export class Lot extends Node {
  @Field(() => Procurement, { description: 'The procurement that the lot is part of.' })
  @ManyToOne(() => Procurement)
  procurement!: Procurement;

  @Field(() => Int, { description: 'The lot’s number in the procurement.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => String, { description: 'What the lot covers.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Company, { description: 'The company to which the lot is awarded.' })
  @ManyToOne(() => Company)
  company!: Company;

  @Field(() => Int, { description: 'The hours of work that the company committed to.' })
  @Property({ type: 'integer' })
  hoursCommitted!: number;

  @Field(() => DateScalar, { description: 'The first day.' })
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  @Property({ type: 'date' })
  endsOn!: string;
}
