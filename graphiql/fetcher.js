import { parse } from 'graphql';
import { createClient } from 'graphql-ws';
import {
  authorized,
  isUnauthenticated,
  postOperation,
  Refusal,
} from '../src/http/pages/graphiql/assets/session.js';

const EXPIRED = 'Votre connexion n’est plus acceptée. Connectez-vous de nouveau.';
const UNAUTHORIZED = [4401, 4403];

/**
 * GraphiQL's connection to the hub: POST for queries and mutations, graphql-ws for subscriptions. Both use the
 * identity that was signed in when GraphiQL was opened.
 *
 * @param {import('./session.js').Session} session
 * @param {(message: string, isError?: boolean) => void} say shows a sentence in the bar; an empty one clears it
 * @returns {{ fetcher: Function, dispose: () => void }} `dispose` ends all subscriptions, so that no
 *   subscription of the previous user stays open
 */
export function createFetcher(session, say) {
  let identity = session.identity;
  const running = new Set();

  async function execute(operation) {
    try {
      let result = await postOperation(identity, operation);
      if (isUnauthenticated(result)) {
        const renewed = await session.renew(identity);
        if (!renewed) throw new Refusal(EXPIRED);
        identity = renewed;
        result = await postOperation(identity, operation);
      }
      if (isUnauthenticated(result)) throw new Refusal(EXPIRED);
      if (result.answer === undefined)
        throw new Refusal(`Le hub a répondu par une erreur (${result.status}).`);
      say('');
      return result.answer;
    } catch (error) {
      say(error.message, true);
      throw error;
    }
  }

  function listen({ variables, ...rest }, takesCursor, observer) {
    const operation = { ...rest, variables: { ...variables } };
    let received = 0;
    let refusals = 0;
    const client = createClient({
      url: socketUrl(),
      retryAttempts: 30,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 2_000)),
      // The token is renewed once. A second refusal in a row is final.
      shouldRetry: (event) => !UNAUTHORIZED.includes(event?.code) || refusals < 2,
      connectionParams: async () => {
        if (refusals > 0) identity = (await session.renew(identity)) ?? identity;
        return { ...authorized(identity.token), partner: identity.slug, role: identity.role };
      },
      on: {
        connected: () => {
          refusals = 0;
          say('À l’écoute. Les événements s’affichent à mesure qu’ils arrivent.');
        },
        closed: (event) => {
          if (UNAUTHORIZED.includes(event.code)) refusals += 1;
          else if (event.code !== 1000)
            say('Connexion interrompue : nouvelle tentative dans un instant…', true);
        },
      },
    });
    const end = client.subscribe(operation, {
      next(result) {
        received += 1;
        const cursor = result.data?.referralEvents?.cursor;
        // The client sends this object again when it reconnects, so that the missed events are delivered first.
        if (takesCursor && cursor) operation.variables.after = cursor;
        const at = new Date().toLocaleTimeString('fr-FR');
        say(
          `À l’écoute : ${received} événement${received > 1 ? 's' : ''} reçu${received > 1 ? 's' : ''}, le dernier à ${at}.`,
        );
        observer.next(result);
      },
      error(cause) {
        running.delete(dispose);
        const message = UNAUTHORIZED.includes(cause?.code)
          ? EXPIRED
          : 'L’écoute s’est arrêtée. Relancez l’opération pour la reprendre.';
        say(message, true);
        observer.error(Array.isArray(cause) ? { errors: cause } : new Refusal(message));
      },
      complete() {
        running.delete(dispose);
        say('');
        observer.complete();
      },
    });
    function dispose() {
      running.delete(dispose);
      end();
      client.dispose();
    }
    running.add(dispose);
    return { unsubscribe: dispose };
  }

  return {
    fetcher({ query, variables, operationName }) {
      const chosen = operationIn(query, operationName);
      const operation = { query, variables, operationName: chosen?.name?.value };
      if (chosen?.operation !== 'subscription') return execute(operation);
      const takesCursor = chosen.variableDefinitions?.some(({ variable }) => variable.name.value === 'after');
      return { subscribe: (observer) => listen(operation, takesCursor, observer) };
    },
    dispose() {
      for (const end of running) end();
    },
  };
}

/**
 * The operation to run, parsed from the text. GraphiQL's own information is updated with a delay, in which it still
 * names the operation of the previous tab.
 */
function operationIn(query, name) {
  try {
    const { definitions } = parse(query);
    const all = definitions.filter(({ kind }) => kind === 'OperationDefinition');
    return all.find((operation) => operation.name?.value === name) ?? all[0];
  } catch {
    return undefined; // The hub reports the syntax error.
  }
}

function socketUrl() {
  const url = new URL('graphql', document.baseURI);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
