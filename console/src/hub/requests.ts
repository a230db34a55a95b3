/** A request, by the hub's id for it: whoever runs the hub finds it in the log. */
export interface RequestSeen {
  readonly id: string;
  readonly hasFailed: boolean;
}

let latest: RequestSeen | undefined;
let failed: RequestSeen | undefined;

/** Remembers the request of a response. */
export function sawRequest({ headers }: Pick<Response, 'headers'>, hasFailed: boolean): void {
  const id = headers.get('x-request-id');
  if (!id) return;
  latest = { id, hasFailed };
  if (hasFailed) failed = latest;
}

/** The last request that failed, otherwise the latest one: what a report of a problem is about. */
export function requestToReport(): RequestSeen | undefined {
  return failed ?? latest;
}
