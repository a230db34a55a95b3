import { Args, ArgsType, Extensions, Field, ID, Query, Resolver } from 'type-graphql';
import { Node } from './node.js';
import { maxNodes } from './read/compile.js';

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

/** Any object by its id. The engine reads these from the ids alone. */
@Resolver()
export class NodeQueries {
  @Query(() => Node, {
    nullable: true,
    description:
      'Null when it does not exist and when it is not for the viewer: the two look alike. The id of a person whose file was merged leads to the kept one.',
  })
  @Extensions({ hub: { nodes: 'one' } })
  node(@Args() _: NodeArgs): null {
    return null;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'Several objects in the order of the ids; null for each that is absent or not for the viewer.',
  })
  @Extensions({ hub: { nodes: 'many' } })
  nodes(@Args() _: NodesArgs): null[] {
    return [];
  }
}
