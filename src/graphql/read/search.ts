import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

/** A condition on what tells persons apart, in the arguments of a field: its answer tells of them, also by a count. */
export interface PersonSearch {
  /** How many letters of a name it gives: with few of them, one answer after the other spells a name. */
  readonly letters: number;
  /** Whether it is but a place in the list; rows that are shown from there are written down anyway. */
  readonly byPlace?: boolean;
}

/** With fewer letters than this a search is a short one. */
export const fewLetters = 3;

type Asked = (args: never) => PersonSearch | undefined;

/**
 * Marks a connection whose arguments can search for persons: each such search is in the audit, and short ones
 * have a budget.
 * @param search what the arguments search for; undefined when they do not
 */
export function SearchesPersons(search: Asked): MethodDecorator {
  return Extensions({ search });
}

/** What a field with these arguments searches for. */
export function searchOf(
  field: GraphQLField<unknown, unknown>,
  args: Record<string, unknown>,
): PersonSearch | undefined {
  const search = field.extensions['search'] as Asked | undefined;
  return search?.(args as never);
}

/** Whether a field of a connection, by its name, shows rows. */
export function showsRows(name: string): boolean {
  return name === 'nodes' || name === 'edges';
}
