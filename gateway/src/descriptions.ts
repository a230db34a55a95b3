import type { DocumentNode } from 'graphql';
import { OwnNames } from './own-names.js';
import type { Partner } from './policy.js';
import { isObject } from './sdl.js';

/**
 * The definitions of a partner without its descriptions of types and fields of the hub: composition would show them in
 * place of the hub's own.
 */
export function withoutForeignDescriptions(sdl: DocumentNode, { prefix }: Partner): DocumentNode {
  const own = new OwnNames(prefix);
  return {
    ...sdl,
    definitions: sdl.definitions.map((definition) => {
      if (!isObject(definition) || own.hasType(definition.name.value)) return definition;
      const fields = definition.fields?.map((field) =>
        own.hasField(field.name.value) ? field : { ...field, description: undefined },
      );
      return { ...definition, description: undefined, fields };
    }),
  } as DocumentNode;
}
