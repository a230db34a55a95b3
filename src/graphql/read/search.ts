import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * A search by data that identifies persons, in the arguments of a field. The answer discloses something about
 * persons even when it is only a count.
 */
export interface PersonSearch {
  /** Number of letters of a name in the search. A series of searches with few letters can reveal a name. */
  readonly letters: number;
  /** Whether the search is only a start position in the list. Rows returned from there are audited in any case. */
  readonly byPlace?: boolean;
}

/** A search with fewer letters than this is a short search. */
export const minLetters = 3;

type SearchOf = (args: never) => PersonSearch | undefined;

/**
 * Marks a connection whose arguments can search for persons. Each search is audited; short searches are
 * limited by a budget.
 * @param search returns the search in the arguments; undefined when there is none
 */
export function SearchesPersons(search: SearchOf): MethodDecorator {
  return Extensions({ search });
}

/** Whether the arguments of a field can search for persons. */
export function searches(field: GraphQLField<unknown, unknown>): boolean {
  return field.extensions['search'] !== undefined;
}

/** The search for persons in the arguments of a field; undefined when there is none. */
export function searchOf(
  field: GraphQLField<unknown, unknown>,
  args: Record<string, unknown>,
): PersonSearch | undefined {
  const search = field.extensions['search'] as SearchOf | undefined;
  return search?.(args as never);
}

/** Whether a field of a connection returns rows. */
export function showsRows(name: string): boolean {
  return name === 'nodes' || name === 'edges';
}
