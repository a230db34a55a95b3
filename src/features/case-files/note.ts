import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Pathway, Visibility } from '../pathways/index.js';
import { Entry, entryPolicies, pathwayOf } from './entry.js';

/** What a professional writes down about a person. Removing it empties it, as with a contact. */
@ObjectType({
  implements: Node,
  description:
    'What a professional wrote about a person. Seen with a sharing of scope FOLLOW_UP, as far as its visibility goes.',
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
  @Field(() => Pathway, { nullable: true, description: 'The pathway that it is about, if it is about one.' })
  @ManyToOne(() => Pathway, { nullable: true })
  pathway?: Pathway | null;

  @Field(() => String, { description: 'What was written; empty once removed.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => Visibility, { description: 'Who may see it.' })
  @Enum({ items: () => Visibility, nativeEnumName: 'visibility' })
  visibility!: Visibility;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its author last reworded it.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  rewordedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its author removed it; from then on no list shows it.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  removedAt?: Date | null;
}
