import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Pathway, Visibility } from '../pathways/index.js';
import { Entry, entryPolicies, pathwayOf } from './entry.js';

/** A note that a professional wrote about a person. Removing a note empties the row, as with a contact. */
@ObjectType({
  implements: Node,
  description:
    'A note that a professional wrote about a person. Visible with a sharing of scope FOLLOW_UP, within the visibility of the note.',
})
@Entity({
  tableName: 'note',
  rowLevelSecurity: 'force',
  policies: entryPolicies('note', 'FOLLOW_UP', {
    seen: `(visibility = 'SHARED' or partner_id = ${me} and (visibility = 'PARTNER' or author_id = ${myself}))
      and (removed_at is null or author_id = ${myself})`,
    recorded: `removed_at is null and (pathway_id is null or ${pathwayOf('note')})`,
    changed: `author_id = ${myself} and removed_at is null`,
    becomes: `author_id = ${myself}`,
  }),
})
@Check({ name: 'note_emptied', expression: "(removed_at is null) = (text <> '')" })
@Index({ name: 'note_of_beneficiary', properties: ['beneficiary', 'createdAt', 'id'] })
@Index({ name: 'note_of_pathway', properties: ['pathway', 'createdAt', 'id'] })
export class Note extends Entry {
  @Field(() => Pathway, { nullable: true, description: 'The pathway that the note is about, if any.' })
  @ManyToOne(() => Pathway, { nullable: true })
  pathway?: Pathway | null;

  @Field(() => String, { description: 'The text. Empty after removal.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => Visibility, { description: 'Who may see the note.' })
  @Enum({ items: () => Visibility, nativeEnumName: 'visibility' })
  visibility!: Visibility;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the author last changed the text.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  rewordedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the author removed the note. Lists do not contain removed notes.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  removedAt?: Date | null;
}
