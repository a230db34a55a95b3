import type { Case, Parameters } from './cases.js';

/** A request, ready to be sent many times. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A kind of server that is measured. Another one beside the hub and the bare server needs only this interface. */
export interface Contender {
  readonly name: string;
  /**
   * Starts the server on a database of its own.
   * @param databaseUrl the owner's URL of a copy of the town
   */
  start(databaseUrl: string): Promise<RunningContender>;
}

export interface RunningContender {
  readonly name: string;
  readonly url: string;
  /** The server's processes. */
  readonly pids: readonly number[];
  /** The owner's URL of its database. */
  readonly databaseUrl: string;
  request(of: Case, parameters: Parameters): Request;
  /**
   * The data of an answer, in the shape of the case's GraphQL document.
   * @throws Error when the answer has errors
   */
  answer(body: string): unknown;
  /** Whether the body of an answer is complete and without errors. Called for each answer, so it must be quick. */
  isGood(body: string): boolean;
  stop(): Promise<void>;
}
