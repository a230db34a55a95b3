import { composeServices } from '@theguild/federation-composition';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { withoutForeignDescriptions } from './descriptions.js';
import { type Partner, refusedIn, refusedPrefix } from './policy.js';
import { StartError } from './start-error.js';

/** The definitions that one side of the graph serves, and where its operations go. */
export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** The subgraph of a partner. */
export interface PartnerSubgraph extends Subgraph, Partner {}

/** Definitions that do not fit together. The message names both sides. */
export class CompositionError extends StartError {
  override name = 'CompositionError';
}

/**
 * Composes the supergraph of the hub and the partners. The policy is checked before: composition alone would let a
 * partner replace or receive fields of the hub.
 * @returns the supergraph as SDL
 * @throws CompositionError when a partner's definitions cannot be read, are not permitted or do not fit
 */
export function compose(hub: Subgraph, partners: readonly PartnerSubgraph[]): string {
  const hubDefinitions = read(hub);
  const services = partners.map((partner) => ({ ...partner, typeDefs: read(partner) }));
  const refused = [
    ...twice(partners),
    ...services.flatMap((partner) => [
      ...refusedPrefix(partner, hubDefinitions),
      ...refusedIn(partner.typeDefs, partner, hubDefinitions),
    ]),
  ];
  if (refused.length > 0) throw new CompositionError(refused);
  const { supergraphSdl, errors = [] } = composeServices([
    { name: hub.name, url: hub.url, typeDefs: hubDefinitions },
    ...services.map((partner) => ({
      name: partner.name,
      url: partner.url,
      typeDefs: withoutForeignDescriptions(partner.typeDefs, partner),
    })),
  ]);
  if (!supergraphSdl) throw new CompositionError(errors.map(({ message }) => sided(message, partners)));
  return supergraphSdl;
}

function read({ name, sdl }: Subgraph): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [at] = error.locations ?? [];
    throw new CompositionError([
      `${name}: its definitions cannot be read: line ${at?.line ?? '?'}: ${oneLine(error.message)}`,
    ]);
  }
}

/** The names and prefixes that two partners share. */
function twice(partners: readonly Partner[]): string[] {
  return partners.flatMap((partner, index) => {
    const other = partners
      .slice(0, index)
      .find(({ name, prefix }) => name === partner.name || prefix === partner.prefix);
    return other
      ? [
          `${partner.name} (${partner.prefix}) and ${other.name} (${other.prefix}): each needs a name and a prefix of its own`,
        ]
      : [];
  });
}

/** A problem that composition found, with the sides that it can concern if it names none of the partners. */
function sided(message: string, partners: readonly Partner[]): string {
  const line = oneLine(message);
  const names = partners.map(({ name }) => name);
  return names.some((name) => line.toLowerCase().includes(name)) ? line : `hub, ${names.join(', ')}: ${line}`;
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
