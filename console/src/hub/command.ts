import { useCallback, useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { keepsCache } from './client.js';
import type { Refusal_UserErrorFragment } from './gql/graphql.js';
import { type FragmentType, graphql, read } from './gql/index.js';
import { useHub } from './hub.js';
import { type SingleFlight, useSingleFlight } from './single-flight.js';

const RefusalUserError = graphql(/* GraphQL */ `
  fragment Refusal_UserError on UserError {
    code
    message
    path
    passages {
      start
      length
    }
  }
`);

/** Why a command was refused, at which field of its input. */
export type Refusal = Refusal_UserErrorFragment;

/** What the payloads of all mutations have. */
export interface Payload {
  readonly userErrors: readonly FragmentType<typeof RefusalUserError>[];
}

/** The only field of a mutation, whose payload it returns. */
type PayloadOf<Data> = Exclude<Extract<Data[keyof Data], Payload>, undefined>;

/** How a command ended without success: refused, or unknown because no answer came. */
export type NotDone =
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly state: 'failed'; readonly message: string; readonly unreachable: boolean };

/** How a command ended. A refusal may carry an object too, such as the file of a person who is known already. */
export type CommandResult<Data> =
  | { readonly state: 'done'; readonly payload: PayloadOf<Data> }
  | (Extract<NotDone, { state: 'refused' }> & { readonly payload: PayloadOf<Data> })
  | Extract<NotDone, { state: 'failed' }>;

/** How any command ended, for what shows refusals. */
export type AnyResult = { readonly state: 'done' } | NotDone;

export type Command<Data, Variables> = SingleFlight<[variables: Variables], CommandResult<Data>>;

/**
 * A command of the hub. After it, done or refused, all queries on the screen are read again: a refusal often means
 * that the screen was out of date.
 * @param readsAgain false for a command that changes nothing on its screen
 */
export function useCommand<Data extends object, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  readsAgain = true,
): Command<Data, Variables> {
  const { client, live } = useHub();
  const send = useCallback(
    async (variables: Variables): Promise<CommandResult<Data>> => {
      const { data, error } = await client
        .mutation(mutation, variables, { [keepsCache]: !readsAgain })
        .toPromise();
      if (error || !data) {
        return {
          state: 'failed',
          message: error?.graphQLErrors[0]?.message ?? error?.networkError?.message ?? '',
          unreachable: Boolean(error?.networkError && !error.response),
        };
      }
      if (readsAgain) live.signal();
      const payload = Object.values(data).find(isPayload) as PayloadOf<Data>;
      const refusals = read(RefusalUserError, payload.userErrors);
      return refusals.length > 0 ? { state: 'refused', refusals, payload } : { state: 'done', payload };
    },
    [client, live, mutation, readsAgain],
  );
  return useSingleFlight(send);
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && 'userErrors' in value;
}

/** A key under which the hub does a creating command once, however often it is sent. `renew` after it was done. */
export function useIdempotencyKey(): { readonly key: string; renew(): void } {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const renew = useCallback(() => setKey(crypto.randomUUID()), []);
  return { key, renew };
}
