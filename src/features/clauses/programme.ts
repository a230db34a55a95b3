import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, me } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';
import { facilitates } from './rights.js';

/** A programme of insertion clauses: the partner that runs it, and its duration. Seen by every member. */
@ObjectType({
  implements: Node,
  description:
    'A programme of insertion clauses, run by one partner. Seen by every member, written by its facilitators.',
})
@Entity({
  tableName: 'clause_programme',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'directory',
      command: 'select',
      roles: ['hub_partner', 'hub_system', 'hub_access'],
      using: 'true',
    },
    {
      name: 'open',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${facilitates} and partner_id = ${me}`,
    },
    counted,
  ],
})
@Index({ name: 'clause_programme_by_start', properties: ['since', 'id'] })
export class ClauseProgramme extends Node {
  @Field(() => String, { description: 'The programme’s usual name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Partner, { description: 'The partner that runs the programme.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => DateScalar, { description: 'The first day.' })
  @Property({ type: 'date' })
  since!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day; null when the programme has no end.',
  })
  @Property({ type: 'date', nullable: true })
  until?: string | null;
}
