import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Entry, entryPolicies } from './entry.js';

export const ContactKind = closedSet('ContactKind', 'How a person is reached.', {
  PHONE: 'By telephone.',
  EMAIL: 'By e-mail.',
  ADDRESS: 'By post, or at home.',
});
export type ContactKind = keyof typeof ContactKind;

/** The recording partner may have been wrong and gone; the referent answers for the file. */
const mayRemove = `${me} = any (array[partner_id, access.referent(beneficiary_id)])`;

/**
 * How a person is reached. Removing it empties it; the row stays for who may remove it, which is what tells
 * a removal that is asked for twice.
 */
@ObjectType({
  implements: Node,
  description: 'How a person is reached. Seen with a sharing of scope IDENTITY.',
})
@Entity({
  tableName: 'contact',
  rowLevelSecurity: 'force',
  policies: entryPolicies('contact', 'IDENTITY', {
    seen: `(removed_at is null or ${mayRemove})`,
    recorded: 'removed_at is null',
    changed: `removed_at is null and ${mayRemove}`,
    becomes: 'removed_at is not null',
  }),
})
@Check({ name: 'contact_emptied', expression: "(removed_at is null) = (value <> '')" })
@Index({ name: 'contact_of_beneficiary', properties: ['beneficiary', 'createdAt', 'id'] })
export class Contact extends Entry {
  @Field(() => ContactKind, { description: 'What sort of contact.' })
  @Enum({ items: () => ContactKind, nativeEnumName: 'contact_kind' })
  kind!: ContactKind;

  @Field(() => String, { description: 'The number, without blanks, or the address; empty once removed.' })
  @Property({ type: 'text' })
  value!: string;

  @Field(() => Boolean, { description: 'Whether the person would rather be reached this way.' })
  @Property({ type: 'boolean' })
  preferred!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was removed; from then on no list shows it.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  removedAt?: Date | null;
}
