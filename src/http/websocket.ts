import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, getOperationAST, parse, specifiedRules, validate } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { shownError } from './errors.js';
import { limits, withinLimits } from './limits.js';
import { contextOf, languageOf, type Services } from './operations.js';
import type { SignedIn, SignIn } from './sign-in.js';

/** The largest message that a client may send, in bytes. */
const maxMessage = 64 * 1024;

/** What the hub keeps of a socket. */
type Kept = { signedIn?: SignedIn; expiry?: NodeJS.Timeout };

/**
 * GraphQL over WebSocket (the protocol graphql-transport-ws) on `/graphql`: the token comes in
 * `connection_init`, and the same limits hold as over HTTP. When the token expires the socket is
 * closed with 4403.
 * @returns ends all sockets with 1001, so that clients come back
 */
export function graphqlOverWebSocket(
  server: Server,
  services: Services,
  signIn: SignIn,
): () => Promise<void> {
  const { schema } = services.engine.model;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessage });
  const kept = (extra: Extra) => extra as Extra & Kept;

  const protocol = useServer<{ authorization?: unknown }, Kept>(
    {
      schema,
      connectionInitWaitTimeout: 5000,
      onConnect: async ({ connectionParams, extra }) => {
        try {
          const signedIn = await signIn.signIn(connectionParams?.authorization);
          const mine = kept(extra);
          mine.signedIn = signedIn;
          const left = signedIn.expires * 1000 - Date.now();
          mine.expiry = setTimeout(
            () => mine.socket.close(CloseCode.Forbidden, 'token expired'),
            Math.min(left, 2 ** 31 - 1),
          );
          return true;
        } catch (error) {
          if (error instanceof GraphQLError) return false;
          throw error;
        }
      },
      onDisconnect: ({ extra }) => clearTimeout(kept(extra).expiry),
      onSubscribe: ({ extra }, _id, { query, operationName, variables }) => {
        try {
          const document = parse(query, { maxTokens: limits.tokens });
          const problems = validate(schema, document, [...specifiedRules, withinLimits], {
            hideSuggestions: true,
          });
          if (problems.length > 0) return problems;
          if (!getOperationAST(document, operationName))
            return [new GraphQLError('There is no such operation.')];
          const { signedIn, request } = kept(extra);
          return {
            schema,
            document,
            operationName: operationName ?? null,
            variableValues: variables ?? {},
            contextValue: contextOf(services, (signedIn as SignedIn).viewer, languageOf(request.headers)),
          };
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
      },
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors && {
          data: result.data ?? null,
          errors: result.errors.map((error) => shownError(error.toJSON(), error, services.log)),
        },
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) =>
          shownError(error instanceof GraphQLError ? error.toJSON() : error, error, services.log),
        ) as never,
    },
    sockets,
  );

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  };
  server.on('upgrade', upgrade);

  return async () => {
    server.off('upgrade', upgrade);
    await protocol.dispose();
  };
}
