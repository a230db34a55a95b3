import { ArgsType, Extensions, Field, Int, ObjectType } from 'type-graphql';
import { maxPage } from './read/connection.js';
import type { Stored } from './read/declare.js';

/** Which part of a list is asked for: from the beginning (`first`) or from the end (`last`). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 20,
    description: `How many from the beginning, 1 to ${maxPage}.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Instead of \`first\`: how many from the end, 1 to ${maxPage}.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first object; null on an empty page.',
  })
  startCursor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last object; null on an empty page.',
  })
  endCursor?: string | null;
}

/**
 * The connection type of a list, with its edge type: `<name>Connection` and `<name>Edge`.
 * @param totalCount whether a screen shows how many there are in all
 */
export function connectionOf(name: string, node: () => Stored, totalCount: boolean): Stored {
  @ObjectType(`${name}Edge`, { description: 'An object of the list and its place in it.' })
  class Edge {
    @Field(() => node() as never, { description: 'The object.' })
    node!: object;

    @Field(() => String, { description: 'Its place: pass it as `after` or `before`.' })
    cursor!: string;
  }

  @Extensions({ hub: { connection: true } })
  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class Connection {
    @Field(() => [Edge], { description: 'The objects with their cursors.' })
    edges!: Edge[];

    @Field(() => [node() as never], { description: 'The objects.' })
    nodes!: object[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;
  }

  if (totalCount) {
    Field(() => Int, { description: 'How many there are in all, for the viewer; counted when asked for.' })(
      Connection.prototype,
      'totalCount',
    );
  }
  return Connection;
}
