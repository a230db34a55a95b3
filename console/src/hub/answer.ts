import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type AnyVariables, type CombinedError, createRequest, type TypedDocumentNode, useQuery } from 'urql';
import { useHub } from './hub.js';
import type { Topic } from './live.js';

/** The state of a query. `again` reads it again. */
export type Answer<Data> = { readonly again: () => void } & (
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: CombinedError }
  | { readonly state: 'ready'; readonly data: Data; readonly refreshing: boolean }
);

interface Options {
  /** The topics whose events make the query be read again. */
  readonly on?: readonly Topic[];
  readonly pause?: boolean;
  /** Never shows an earlier answer while the hub is asked: for what may have been withdrawn in between. */
  readonly fresh?: boolean;
}

const noTopics: readonly Topic[] = [];

/**
 * The answer of a query: read from the hub when the screen opens, and again at each event of the topics. An answer
 * for other variables is never shown: until theirs arrives, the state is `loading`.
 */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { on = noTopics, pause = false, fresh = false }: Options = {},
): Answer<Data> {
  const { live } = useHub();
  const [result, execute] = useQuery<Data, Variables>({
    query,
    variables,
    pause,
    requestPolicy: fresh ? 'network-only' : 'cache-and-network',
  } as never);
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useEffect(() => (pause ? undefined : live.listen(on, again)), [live, on, again, pause]);
  const { key } = createRequest(query, variables);
  const isCurrent = result.operation?.key === key;
  return useMemo(() => {
    if (!isCurrent || (result.fetching && !result.data)) return { state: 'loading', again };
    if (result.error && !hasData(result.data)) return { state: 'failed', error: result.error, again };
    if (!result.data) return { state: 'loading', again };
    return { state: 'ready', data: result.data, refreshing: result.stale || result.fetching, again };
  }, [isCurrent, result, again]);
}

/** Whether there is something to show. A field that failed may leave nothing but null. */
function hasData(data: unknown): boolean {
  return Object.values(data ?? {}).some((value) => value !== null);
}

/**
 * The last data of an answer, also while it is loaded for other variables. For the parts of a screen that do not
 * depend on the variables that change.
 */
export function useLastData<Data>(answer: Answer<Data>): Data | undefined {
  const last = useRef<Data>(undefined);
  if (answer.state === 'ready') last.current = answer.data;
  return last.current;
}
