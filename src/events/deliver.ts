import { type ExecutionArgs, type ExecutionResult, type GraphQLError, subscribe } from 'graphql';

type Stream = AsyncGenerator<ExecutionResult, void, void>;

/**
 * GraphQL's `subscribe` for streams from which nothing may be missing. An event that the subscriber may
 * no longer read is left out. When reading one fails, the stream ends with that error: the client goes
 * on from the cursor of the last event that it got, where carrying on would lose the one in between.
 */
export async function subscribeToEvents(args: ExecutionArgs): Promise<Stream | ExecutionResult> {
  const stream = await subscribe(args);
  if (!('next' in stream)) return stream;
  const delivered: Stream = {
    async next() {
      for (;;) {
        const result = await stream.next();
        if (result.done) return result;
        const { errors = [] } = result.value;
        if (errors.length > 0 && errors.every(isAbsent)) continue;
        const failure = errors.find((error) => !isNullRefused(error));
        if (!failure) return result;
        await stream.return();
        throw failure.originalError ?? failure;
      }
    },
    return: () => stream.return(),
    throw: (error) => stream.throw(error),
    [Symbol.asyncIterator]: () => delivered,
    [Symbol.asyncDispose]: async () => void (await stream.return()),
  };
  return delivered;
}

/** Whether the event itself was not there to be read. */
function isAbsent(error: GraphQLError): boolean {
  return isNullRefused(error) && error.path?.length === 1;
}

/** Whether nothing failed, but a value is missing that the schema promises. */
function isNullRefused({ message }: GraphQLError): boolean {
  return message.startsWith('Cannot return null for non-nullable field ');
}
