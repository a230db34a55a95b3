import { PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ID, InterfaceType } from 'type-graphql';
import { v7 } from 'uuid';

/**
 * A record with an identity of its own, in the database and in the API.
 *
 * The key is a UUIDv7 that the hub makes; the API shows it behind its type: `pathway_0193…`.
 */
@InterfaceType('Node', { description: 'An object with an identity of its own, readable again by `node`.' })
export abstract class Node {
  @Field(() => ID, {
    description: 'Opaque, stable, and readable in a log: it begins with its type.',
  })
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();
}
