import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { Budgets } from '../../access/budget.js';
import type { Viewer } from '../../access/viewer.js';
import type { Context } from '../../context.js';
import { ClientError } from '../../graphql/errors.js';
import { minLetters } from '../../graphql/read/search.js';
import type { Request } from '../../graphql/read/selection.js';
import type { Text } from '../../i18n.js';
import { type Prepared, preparedOf } from '../prepared.js';
import { costOf } from './cost.js';
import { shortSearches } from './searches.js';

/** The maximum cost of one operation. */
export const maxCost = 50_000;

/** The cost of an operation and the rest of the member's budget, as in the `extensions` of the response. */
export interface Cost {
  readonly requested: number;
  readonly left: number;
}

/** The service that charges the cost of operations. */
interface Meter {
  readonly budgets: Budgets;
}

/**
 * Charges an operation before it runs: its cost to the viewer's budget, and its short searches to the viewer's
 * budget of short searches.
 * @throws TOO_COSTLY when the cost is above the maximum for one operation; RATE_LIMITED, with `retryAfter` in
 *   seconds, when a budget of the viewer is used up
 */
export async function pay(
  { budgets }: Meter,
  viewer: Viewer,
  { schema, shape, variables }: Prepared,
): Promise<Cost> {
  const request: Request = { schema, fragments: shape.fragments, variables };
  const requested = costOf(request, shape);
  const most = Math.min(maxCost, budgets.aMinute);
  if (requested > most) {
    const text: Text = {
      fr: `Cette opération peut montrer ${requested} objets, pour ${most} au plus : demandez des listes plus courtes, ou moins de champs.`,
      en: `This operation may show ${requested} objects; at most ${most} are allowed: ask for shorter lists, or for fewer fields.`,
    };
    throw new ClientError(text, { code: 'TOO_COSTLY', cost: { requested, most }, http: { status: 400 } });
  }
  const cost = await charge(budgets, viewer, requested);
  const searches = shortSearches(request, shape);
  if (searches > 0) await search(budgets, viewer, searches);
  return cost;
}

/**
 * Charges the viewer's budget with the cost of an operation, a page or a file.
 * @throws RATE_LIMITED, with `retryAfter` in seconds, when the viewer's budget for a minute is used up
 */
export async function charge(budgets: Budgets, viewer: Viewer, cost: number): Promise<Cost> {
  const requested = Math.min(cost, budgets.aMinute);
  const { granted, left, retryAfter } = await budgets.take(viewer.memberId, requested);
  if (granted) return { requested, left };
  const text: Text = {
    fr: `Trop de demandes en une minute : réessayez dans ${retryAfter} s.`,
    en: `Too many requests within a minute: try again in ${retryAfter} s.`,
  };
  throw rateLimited(retryAfter, text, { cost: { requested, left } });
}

/** Charges short searches for persons to the viewer's budget of short searches. */
async function search(budgets: Budgets, viewer: Viewer, count: number): Promise<void> {
  const { granted, retryAfter } = await budgets.take(viewer.memberId, count, 'SHORT_SEARCHES');
  if (granted) return;
  const minutes = Math.ceil(retryAfter / 60);
  throw rateLimited(retryAfter, {
    fr: `Trop de recherches avec une ou deux lettres : tapez au moins ${minLetters} lettres du nom, ou réessayez dans ${minutes} min.`,
    en: `Too many searches with one or two letters: type at least ${minLetters} letters of the name, or try again in ${minutes} min.`,
  });
}

function rateLimited(retryAfter: number, text: Text, extensions: object = {}): ClientError {
  const headers = new HeaderMap([['retry-after', String(retryAfter)]]);
  return new ClientError(text, {
    code: 'RATE_LIMITED',
    retryAfter,
    ...extensions,
    http: { status: 429, headers },
  });
}

/** Charges each operation over HTTP before it runs, and adds its cost to the response. */
export function metered(meter: Meter): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let cost: Cost | undefined;
      return {
        async didResolveOperation(requestContext) {
          const prepared = preparedOf(requestContext);
          if (prepared) cost = await pay(meter, requestContext.contextValue.viewer, prepared);
        },
        async willSendResponse({ response: { body } }) {
          if (cost && body.kind === 'single') body.singleResult.extensions = { cost };
        },
      };
    },
  };
}
