import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { ClauseProgramme } from './programme.js';
import { runsProgramme } from './rights.js';

/** A procurement that a buyer signed with an insertion clause. Seen by every member. */
@ObjectType({
  implements: Node,
  description:
    'A procurement with an insertion clause. Seen by every member, written by the programme’s facilitators.',
})
@Entity({
  tableName: 'procurement',
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
      check: runsProgramme('procurement.programme_id'),
    },
    counted,
  ],
})
@Index({ name: 'procurement_of_programme', properties: ['programme', 'signedOn', 'id'] })
export class Procurement extends Node {
  @Field(() => ClauseProgramme, { description: 'The programme that the procurement belongs to.' })
  @ManyToOne(() => ClauseProgramme)
  programme!: ClauseProgramme;

  @Field(() => String, { description: 'The buyer’s own reference.' })
  @Property({ type: 'text' })
  reference!: string;

  @Field(() => String, { description: 'What is bought.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'The buyer.' })
  @Property({ type: 'text' })
  buyer!: string;

  @Field(() => DateScalar, { description: 'The day on which the procurement was signed.' })
  @Property({ type: 'date' })
  signedOn!: string;
}
