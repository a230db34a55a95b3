import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { facilitates } from './rights.js';

/** A company that owes hours of the clause, or employs for one that does. Everyone signed in sees it. */
@ObjectType({
  implements: Node,
  description:
    'A company that a lot is awarded to, or that employs for it. Seen by every member; facilitators write it.',
})
@Entity({
  tableName: 'company',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'directory', command: 'select', roles: ['hub_partner'], using: 'true' },
    { name: 'add', command: 'insert', roles: ['hub_partner'], check: facilitates },
    counted,
  ],
})
@Index({ name: 'company_by_name', properties: ['name', 'id'] })
export class Company extends Node {
  @Field(() => String, { description: 'The name it trades under.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The 14 digits of the SIRET, which belong to one company only.',
  })
  @Property({ type: 'text', nullable: true })
  @Unique()
  siret?: string | null;

  @Field(() => String, { description: 'What it does, such as `Construction`.' })
  @Property({ type: 'text' })
  sector!: string;
}
