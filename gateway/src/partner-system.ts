import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { AnswerReader } from './answers.js';
import { Breaker, CircuitOpen } from './breaker.js';
import type { PartnerConfig } from './config.js';
import { partnerError, partnerUnavailable, tooManyReferences } from './errors.js';
import type { SubgraphRequest } from './hub.js';
import { NoAnswer, post } from './post.js';
import { choose, entityFields, placed } from './representations.js';
import type { PartnerTokens } from './tokens.js';
import { Refused, type Viewers } from './viewers.js';

/** The most objects of the hub that a partner is asked about at once. */
const mostReferences = 1000;

/** The most bytes of an answer. */
const bytes = 4 * 1024 * 1024;

/** The most levels of objects and lists in an answer: writing it again takes stack for each. */
const mostLevels = 100;

/** The status codes below 500 of a service that does not answer the gateway, whatever is asked. */
const noAnswer = [401, 403, 408, 429];

/** The services that the systems of partners share. */
export interface PartnerServices {
  readonly tokens: PartnerTokens;
  readonly viewers: Viewers;
  readonly log: Logger;
}

/**
 * The own system of a partner, as a subgraph. It gets the part of an operation that it answers, references to objects,
 * and a token of the gateway; nothing else of the request.
 */
export class PartnerSystem {
  readonly #answers: AnswerReader;
  readonly #breaker: Breaker;

  constructor(
    private readonly config: PartnerConfig,
    sdl: string,
    private readonly services: PartnerServices,
  ) {
    this.#answers = new AnswerReader(sdl);
    this.#breaker = new Breaker((state) =>
      services.log.warn({ partner: config.name, state }, 'circuit of a partner'),
    );
  }

  /** Executes what the planner asks of the partner. It never fails: what is not answered is null, with an error. */
  execute = async ({ document, variables = {}, context }: SubgraphRequest): Promise<ExecutionResult> => {
    if (!context) throw new Error('a partner is asked on behalf of a viewer only');
    const { language } = context.caller.credentials;
    const { name } = this.config;
    // A person without a reference is not known to the partner: nothing about them leaves.
    const chosen = choose(document, variables, hasKey);
    const result = async (): Promise<ExecutionResult> => {
      const unanswered = (error: GraphQLError) => this.#answers.unanswered(document, chosen.variables, error);
      if (entityFields(document).length > 0 && chosen.count === 0) return {};
      if (chosen.count > mostReferences) return unanswered(tooManyReferences(name, mostReferences, language));
      const unusable = partnerUnavailable(name, language);
      try {
        const viewer = await this.services.viewers.of(context.caller.credentials);
        const token = await this.services.tokens.sign(this.config.slug, viewer);
        const query = this.#answers.prepare(document).text;
        const answer = await this.#ask(token, { query, variables: chosen.variables });
        const refused = partnerError(name, language);
        return this.#answers.read(document, chosen.variables, answer, { unusable, refused });
      } catch (error) {
        if (error instanceof Refused) return unanswered(error.errors[0] ?? unusable);
        if (error instanceof NoAnswer || error instanceof CircuitOpen) return unanswered(unusable);
        throw error;
      }
    };
    return placed(document, variables, [[chosen, await result()]]);
  };

  #ask(token: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    return this.#breaker.run(async () => {
      const began = performance.now();
      try {
        const { url, timeout } = this.config;
        const { status, json } = await post(url, { authorization: `Bearer ${token}` }, body, {
          timeout,
          bytes,
        });
        const hasErrors = Array.isArray(json['errors']);
        // A service answers with 400 when a viewer's argument is wrong: it works, and is asked again.
        const isAnswer =
          status === 200 || (hasErrors && status >= 400 && !noAnswer.includes(status) && status < 500);
        if (!isAnswer) throw new NoAnswer(`status ${status}`);
        if (typeof json['data'] !== 'object' && !hasErrors) throw new NoAnswer('no result');
        if (isDeeper(json, mostLevels)) throw new NoAnswer('nested too deeply');
        return json;
      } catch (error) {
        const { reason } = error as NoAnswer;
        const took = Math.round(performance.now() - began);
        this.services.log.warn({ partner: this.config.name, reason, took }, 'no answer of a partner');
        throw error;
      }
    });
  }
}

/** Whether all parts of the key of a representation are set. */
function hasKey(representation: Readonly<Record<string, unknown>>): boolean {
  const { __typename: _, ...key } = representation;
  const values = Object.values(key);
  return values.length > 0 && values.every((it) => it !== null && it !== undefined);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((it) => isDeeper(it, levels - 1));
}
