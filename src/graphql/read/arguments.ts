import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import { badInput } from '../errors.js';
import type { Variables } from './bindable.js';

/**
 * The arguments of a field, with their defaults.
 * @throws GraphQLError when one is invalid or has a NUL character, which no stored text has
 */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Record<string, unknown> {
  const args = getArgumentValues(field, node, variables);
  refuseNul(args);
  return args;
}

function refuseNul(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string' && value.includes('\0'))
    throw badInput(
      {
        fr: 'Le caractère NUL n’est pas permis : retirez-le.',
        en: 'NUL characters are not allowed: remove them.',
      },
      path,
    );
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) refuseNul(part, [...path, key]);
}
