import { Args, ArgsType, Extensions, Field, ID, Query, Resolver } from 'type-graphql';
import { Node } from './node.js';
import { maxNodes } from './read/nodes.js';

@ArgsType()
class NodeArgs {
  @Field(() => ID, { description: 'The id of an object of any type.' })
  id!: string;
}

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: `Ids of objects of any types, at most ${maxNodes}.` })
  ids!: string[];
}

/** Queries for any object by its id. The engine derives the type from the id. */
@Resolver()
export class NodeQueries {
  @Query(() => Node, {
    nullable: true,
    description:
      'The object with this id. Null when it does not exist or when the viewer may not see it: the answer does not tell the two apart. The id of a duplicate that was merged leads to the kept person.',
  })
  @Extensions({ hub: { nodes: 'one' } })
  node(@Args() _: NodeArgs): null {
    return null;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The objects with these ids, in the same order. Null for each object that does not exist or that the viewer may not see.',
  })
  @Extensions({ hub: { nodes: 'many' } })
  nodes(@Args() _: NodesArgs): null[] {
    return [];
  }
}
