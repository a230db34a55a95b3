import { Kind, type ObjectTypeDefinitionNode, parse, valueFromASTUntyped } from 'graphql';
import type { Client, Data } from '../kit/client.js';

/** The credential of the gateway, which the hubs and gateways of the tests share. */
export const gatewaySecret = 'a secret of the gateway, long enough';
export const gatewayHeaders = { 'x-hub-gateway': gatewaySecret };

/** Sends an operation as the gateway does, for the viewer of the client. */
export async function federated(client: Client, query: string, variables = {}): Promise<Data> {
  return (await client.post({ query, variables }, gatewayHeaders)).json();
}

/** The SDL of the hub as a subgraph, which the gateway reads without a viewer. */
export async function sdlOf(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...gatewayHeaders },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  return ((await response.json()) as Data).data._service.sdl;
}

/** The object types of an SDL. */
export function objectsOf(sdl: string): ObjectTypeDefinitionNode[] {
  return parse(sdl).definitions.filter(
    (it): it is ObjectTypeDefinitionNode => it.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
}

/** The keys of each object type that has any. */
export function keysOf(sdl: string): Record<string, unknown[]> {
  const found = objectsOf(sdl).map(({ name, directives = [] }) => {
    const keys = directives.filter((it) => it.name.value === 'key');
    return [
      name.value,
      keys.map(({ arguments: [fields] = [] }) => fields && valueFromASTUntyped(fields.value)),
    ] as const;
  });
  return Object.fromEntries(found.filter(([, keys]) => keys.length > 0));
}

/** The fields of a type with a directive. */
export function fieldsWith(sdl: string, type: string, directive: string): string[] {
  const fields = objectsOf(sdl).find((it) => it.name.value === type)?.fields ?? [];
  return fields
    .filter((it) => it.directives?.some(({ name }) => name.value === directive))
    .map((it) => it.name.value);
}
