import { type DocumentNode, type ExecutionResult, getOperationAST, OperationTypeNode, print } from 'graphql';
import type { Credentials } from './caller.js';
import { headersFor, type OperationContext } from './caller.js';
import { fromHub, hubUnavailable, notFound } from './errors.js';
import { HubSocket, type OnGone } from './hub-socket.js';
import type { Language } from './i18n.js';
import { type AnswerLimits, NoAnswer, post } from './post.js';
import { entityFields, inParts } from './representations.js';

/** The operation that an executor of a subgraph gets from the planner. */
export interface SubgraphRequest {
  readonly document: DocumentNode;
  readonly variables?: Record<string, unknown>;
  readonly context?: OperationContext;
}

/** The most references that the hub reads at once. */
const mostReferences = 100;

/** The most bytes of an answer of the hub, which limits the cost of operations itself. */
const bytes = 64 * 1024 * 1024;

/** The hub, as a subgraph. It alone gets the viewer's token, and the credential of the gateway beside it. */
export class Hub {
  readonly #endpoint: string;
  readonly #limits: AnswerLimits;
  readonly #credential: { readonly 'x-hub-gateway': string };

  constructor(url: string, timeout: number, secret: string) {
    this.#endpoint = `${url}/graphql`;
    this.#limits = { timeout, bytes };
    this.#credential = { 'x-hub-gateway': secret };
  }

  get endpoint(): string {
    return this.#endpoint;
  }

  /** Sends an operation. Without credentials, the hub answers with its definitions only. */
  ask(query: string, variables?: Record<string, unknown>, credentials?: Credentials) {
    const headers = { ...this.#credential, ...(credentials && headersFor(credentials)) };
    return post(this.#endpoint, headers, { query, variables }, this.#limits);
  }

  /** Opens a socket at the hub with the viewer's token. */
  connect(credentials: Credentials, onGone: OnGone): HubSocket {
    return new HubSocket(this.#endpoint.replace(/^http/, 'ws'), this.#credential, credentials, onGone);
  }

  /** Executes what the planner asks of the hub. */
  execute = async ({ document, variables, context }: SubgraphRequest): Promise<ExecutionResult> => {
    if (!context) throw new Error('the hub is asked on behalf of a viewer only');
    const query = textOf(document);
    if (getOperationAST(document)?.operation === OperationTypeNode.SUBSCRIPTION) {
      if (context.planned) context.planned.source = { query, ...(variables && { variables }) };
      return context.event ?? {};
    }
    const result = await inParts(document, variables ?? {}, mostReferences, (part) =>
      this.#query(query, part, context),
    );
    return withMissing(document, result, context.caller.credentials.language);
  };

  async #query(
    query: string,
    variables: Record<string, unknown>,
    { caller }: OperationContext,
  ): Promise<ExecutionResult> {
    try {
      const { status, json } = await this.ask(query, variables, caller.credentials);
      if (status === 401) caller.refused();
      return resultOf(json);
    } catch (error) {
      if (error instanceof NoAnswer) return { errors: [hubUnavailable(caller.credentials.language)] };
      throw error;
    }
  }
}

/** Adds an error for each reference of a partner that leads to nothing, unless there is one. */
function withMissing(document: DocumentNode, result: ExecutionResult, language: Language): ExecutionResult {
  const { data, errors = [] } = result;
  if (errors.length > 0 || !data) return result;
  const missing = entityFields(document).flatMap(({ responseKey }) => {
    const entities = data[responseKey];
    if (!Array.isArray(entities)) return [];
    return entities.flatMap((it, index) => (it === null ? [notFound(language, [responseKey, index])] : []));
  });
  return missing.length > 0 ? { data, errors: missing } : result;
}

/** The result in the JSON of the hub. */
export function resultOf({ data, errors }: Readonly<Record<string, unknown>>): ExecutionResult {
  return {
    ...(data !== undefined && { data: data as Record<string, unknown> }),
    ...(Array.isArray(errors) && { errors: errors.map(fromHub) }),
  };
}

/** The texts of the documents, which the planner keeps. */
const texts = new WeakMap<DocumentNode, string>();

function textOf(document: DocumentNode): string {
  let text = texts.get(document);
  if (text === undefined) {
    text = print(document);
    texts.set(document, text);
  }
  return text;
}
