import { PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ID, InterfaceType } from 'type-graphql';
import { v7 } from 'uuid';

/**
 * An object with an id, in the database and in the API.
 *
 * The hub generates the key, a UUIDv7. The id in the API is the key with the type as prefix: `pathway_0193…`.
 */
@InterfaceType('Node', { description: 'An object with an id. `node` reads it by this id.' })
export abstract class Node {
  @Field(() => ID, {
    description:
      'The id of the object. It never changes. It begins with the type, which makes logs readable; do not parse it.',
  })
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();
}
