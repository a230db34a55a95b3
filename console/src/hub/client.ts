import { Client, type CombinedError, cacheExchange, fetchExchange, mapExchange } from 'urql';
import type { Language } from '../lib/language.js';
import { hubAddress } from '../lib/settings.js';
import { type Credentials, headersOf } from './credentials.js';
import { sawRequest } from './requests.js';

/** In the context of a command that changes nothing on its screen. */
export const keepsCache = 'keepsCache';

/**
 * The client for queries and commands of one membership. A new membership gets a new client, so that no answer for
 * the one before is left.
 * @param onSessionEnd called when the hub no longer accepts the credentials
 */
export function hubClient(credentials: Credentials, language: Language, onSessionEnd: () => void): Client {
  return new Client({
    url: hubAddress('graphql'),
    preferGetMethod: false,
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (error.response instanceof Response) sawRequest(error.response, true);
          if (isSignedOut(error)) onSessionEnd();
        },
      }),
      cacheExchange,
      // Without types in its result, a command leaves the cache and what is on the screen as they are.
      mapExchange({
        onResult: ({ operation, data, ...result }) => ({
          ...result,
          operation,
          data: operation.context[keepsCache] ? withoutTypes(data) : data,
        }),
      }),
      fetchExchange,
    ],
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      sawRequest(response, !response.ok);
      return response;
    },
    fetchOptions: () => ({
      cache: 'no-store',
      headers: { ...headersOf(credentials), 'accept-language': language },
    }),
  });
}

/** Whether the hub no longer accepts the credentials. */
export function isSignedOut(error: CombinedError): boolean {
  return (
    error.response?.status === 401 ||
    error.graphQLErrors.some((it) => it.extensions['code'] === 'UNAUTHENTICATED')
  );
}

function withoutTypes(data: unknown): unknown {
  return data && JSON.parse(JSON.stringify(data, (key, value) => (key === '__typename' ? undefined : value)));
}
