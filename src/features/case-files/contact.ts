import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Entry, entryPolicies } from './entry.js';

export const ContactKind = closedSet('ContactKind', 'The means by which a person is contacted.', {
  PHONE: 'By telephone.',
  EMAIL: 'By e-mail.',
  ADDRESS: 'By post, or at home.',
});
export type ContactKind = keyof typeof ContactKind;

/** The referent may remove a wrong contact too, because the recording partner may no longer see the person. */
const mayRemove = `${me} = any (array[partner_id, access.referent(beneficiary_id)])`;

/**
 * A telephone number, an e-mail address or a postal address of a person. Removing a contact empties the row but does
 * not delete it. The row stays visible to the partners that may remove it, so that a repeated removal is recognised.
 */
@ObjectType({
  implements: Node,
  description:
    'A telephone number, e-mail address or postal address of a person. Visible with a sharing of scope IDENTITY.',
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
@Index({
  name: 'contact_by_phone',
  expression:
    "create index contact_by_phone on contact (value, beneficiary_id) where kind = 'PHONE' and removed_at is null",
})
@Index({ name: 'contact_of_beneficiary', properties: ['beneficiary', 'createdAt', 'id'] })
export class Contact extends Entry {
  @Field(() => ContactKind, { description: 'The kind of contact.' })
  @Enum({ items: () => ContactKind, nativeEnumName: 'contact_kind' })
  kind!: ContactKind;

  @Field(() => String, { description: 'The number, without spaces, or the address. Empty after removal.' })
  @Property({ type: 'text' })
  value!: string;

  @Field(() => Boolean, { description: 'Whether the person prefers this contact.' })
  @Property({ type: 'boolean' })
  preferred!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the contact was removed. Lists do not contain removed contacts.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  removedAt?: Date | null;
}
