import { Args, ArgsType, Extensions, Field, Int, ObjectType } from 'type-graphql';
import { maxCount, maxPage } from './read/connection.js';
import type { Stored } from './read/declare.js';

/** Pagination arguments: from the start of the list (`first`) or from its end (`last`). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 20,
    description: `Number of objects from the start of the list, 1 to ${maxPage}.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only objects after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Instead of \`first\`: number of objects from the end of the list, 1 to ${maxPage}.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only objects before this cursor.' })
  before?: string | null;
}

@ObjectType({ description: 'The position of a page in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are objects after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are objects before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first object of the page; null on an empty page.',
  })
  startCursor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last object of the page; null on an empty page.',
  })
  endCursor?: string | null;
}

@ArgsType()
class CountArgs {
  @Field(() => Int, { description: `The number at which counting stops, 1 to ${maxCount}.` })
  limit!: number;
}

/**
 * The connection type of a list, with its edge type: `<name>Connection` and `<name>Edge`.
 * @param counted whether the connection has the fields `totalCount` and `countUpTo`
 */
export function connectionOf(name: string, node: () => Stored, counted: boolean): Stored {
  @ObjectType(`${name}Edge`, { description: 'An object of the list, with its cursor.' })
  class Edge {
    @Field(() => node() as never, { description: 'The object.' })
    node!: object;

    @Field(() => String, {
      description: 'The position of the object in the list. Pass it as `after` or `before`.',
    })
    cursor!: string;
  }

  @Extensions({ hub: { connection: true } })
  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class Connection {
    @Field(() => [Edge], { description: 'The objects of the page, with their cursors.' })
    edges!: Edge[];

    @Field(() => [node() as never], { description: 'The objects of the page.' })
    nodes!: object[];

    @Field(() => PageInfo, { description: 'The position of the page in the list.' })
    pageInfo!: PageInfo;
  }
  if (!counted) return Connection;

  @Extensions({ hub: { connection: true } })
  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class CountedConnection extends Connection {
    @Field(() => Int, {
      description:
        'Number of objects in the whole list that the viewer may see. It is counted only when the field is selected. On a long list `countUpTo` is faster.',
    })
    totalCount!: number;

    @Field(() => Int, {
      description:
        'Number of objects in the whole list that the viewer may see, at most `limit`: counting stops there. For a screen that only shows "more than 1,000".',
    })
    countUpTo(@Args(() => CountArgs) _: CountArgs): number {
      throw new Error('counted by the statement');
    }
  }
  return CountedConnection;
}
