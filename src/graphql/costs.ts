import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * Declares the additional cost of a field whose work cannot be estimated from its selection. This cost is added
 * to the cost of the objects that the field may return.
 * @param work in the unit of operation cost: one is about one object returned
 */
export function Costs(work: number): MethodDecorator {
  return Extensions({ cost: work });
}

/**
 * Declares the most entries of a list that no argument limits, such as a closed list. Without it, the cost of an
 * operation counts such a list with a usual length.
 */
export function AtMost(entries: number): MethodDecorator & PropertyDecorator {
  return Extensions({ entries });
}

/** The most entries of a list, declared with {@link AtMost}. */
export function mostEntriesOf(field: GraphQLField<unknown, unknown>): number | undefined {
  const { entries } = field.extensions;
  return entries === undefined ? undefined : Number(entries);
}

/** The additional cost of a field, declared with {@link Costs}; 0 by default. */
export function workOf(field: GraphQLField<unknown, unknown>): number {
  return Number(field.extensions['cost'] ?? 0);
}
