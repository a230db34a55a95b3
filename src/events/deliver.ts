import { type ExecutionArgs, type ExecutionResult, type GraphQLError, subscribe } from 'graphql';

type Stream = AsyncGenerator<ExecutionResult, void, void>;

/**
 * GraphQL's `subscribe` for streams without gaps. An event that the subscriber may no longer read is left out.
 * When an event cannot be read, the stream ends with that error, because continuing would skip the event. The
 * client then resumes from the cursor of the last event that it received.
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

/** Whether the event itself is absent, or not readable for the subscriber. */
function isAbsent(error: GraphQLError): boolean {
  return isNullRefused(error) && error.path?.length === 1;
}

/** Whether the error is a null in a non-nullable field, and not a failed read. */
function isNullRefused({ message }: GraphQLError): boolean {
  return message.startsWith('Cannot return null for non-nullable field ');
}
