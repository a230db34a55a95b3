import type { GraphQLSchema } from 'graphql';
import type { PartnerSystem } from '../config/index.js';
import { keysWith } from '../features/federated.js';
import { federate } from '../graphql/federation.js';
import { ReadEngine } from '../graphql/read/engine.js';
import { ReadModel } from '../graphql/read/model.js';
import { bind } from '../graphql/schema.js';
import type { Services } from './operations.js';

/** What the hub uses for the requests of a federation gateway. */
export interface GatewayServices {
  /** For the requests of a viewer: with an engine that also reads `_entities` and the keys of partners' systems. */
  readonly viewer: Services;
  /** The schema for requests without a viewer. */
  readonly composition: GraphQLSchema;
}

/** @throws StartError when a name of the hub begins with the prefix of a partner */
export function servicesForGateway(services: Services, systems: readonly PartnerSystem[]): GatewayServices {
  const { engine } = services;
  const { model, reader, record, wake } = engine;
  const { schema, composition } = federate(model.schema, keysWith(systems, model.schema));
  const federated = new ReadModel(schema, model.metadata, model.readReceipts);
  bind(schema, federated);
  return { viewer: { ...services, engine: new ReadEngine(federated, reader, record, wake) }, composition };
}
