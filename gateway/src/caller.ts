import type { IncomingHttpHeaders } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { HubSocket } from './hub-socket.js';
import { type Language, languageOf } from './i18n.js';

/** What a viewer shows the hub. Cookies are not part of it: the gateway knows tokens only. */
export interface Credentials {
  readonly authorization: string;
  /** The partner and the role that an operation runs as. */
  readonly partner?: string;
  readonly role?: string;
  readonly language: Language;
}

/** For whom an operation runs. */
export interface Caller {
  readonly credentials: Credentials;
  /** The viewer's socket at the hub; opened at the first call. */
  socket(): HubSocket;
  /** Called when the hub no longer accepts the credentials. */
  refused(): void;
}

/** An operation in the executors of the subgraphs, in the runtime's context. */
export interface OperationContext {
  readonly caller: Caller;
  /** Set while a subscription is planned: receives what the hub is to be subscribed to. */
  readonly planned?: { source?: HubSubscription };
  /** The event of a subscription that is answered now. */
  readonly event?: ExecutionResult;
}

/** A subscription at the hub. */
export interface HubSubscription {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** The credentials of an HTTP request; undefined when it has no token. */
export function credentialsOfRequest(headers: IncomingHttpHeaders): Credentials | undefined {
  return credentials(headers.authorization, headers['x-hub-partner'], headers['x-hub-role'], headers);
}

/** The credentials in `connection_init`; undefined when it has no token. */
export function credentialsOfInit(
  { authorization, partner, role }: Readonly<Record<string, unknown>>,
  headers: IncomingHttpHeaders,
): Credentials | undefined {
  return credentials(authorization, partner, role, headers);
}

function credentials(
  authorization: unknown,
  partner: unknown,
  role: unknown,
  headers: IncomingHttpHeaders,
): Credentials | undefined {
  if (typeof authorization !== 'string' || authorization === '') return undefined;
  return {
    authorization,
    ...(typeof partner === 'string' && { partner }),
    ...(typeof role === 'string' && { role }),
    language: languageOf(headers),
  };
}

/** The headers by which the hub knows the viewer. */
export function headersFor({ authorization, partner, role, language }: Credentials): Record<string, string> {
  return {
    authorization,
    'accept-language': language,
    ...(partner !== undefined && { 'x-hub-partner': partner }),
    ...(role !== undefined && { 'x-hub-role': role }),
  };
}
