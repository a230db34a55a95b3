import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * Says what a field costs beside the objects that it may show: work that its selection does not tell of.
 * @param work in the unit of an operation's cost, about one object shown
 */
export function Costs(work: number): MethodDecorator {
  return Extensions({ cost: work });
}

/** What a field costs beside the objects that it may show. */
export function workOf(field: GraphQLField<unknown, unknown>): number {
  return Number(field.extensions['cost'] ?? 0);
}
