import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { facilitates } from './rights.js';

/** A company to which a lot is awarded, or which employs persons for such a company. Seen by every member. */
@ObjectType({
  implements: Node,
  description:
    'A company to which a lot is awarded, or which employs persons for a lot. Seen by every member, written by facilitators.',
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
  @Field(() => String, { description: 'The company’s trade name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The 14 digits of the company’s SIRET, which is unique.',
  })
  @Property({ type: 'text', nullable: true })
  @Unique()
  siret?: string | null;

  @Field(() => String, { description: 'The company’s sector, such as `Construction`.' })
  @Property({ type: 'text' })
  sector!: string;
}
