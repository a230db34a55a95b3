import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayServices } from './for-gateway.js';

/** The header in which a federation gateway shows its credential, beside the viewer's token. */
export const gatewayHeader = 'x-hub-gateway';

/** How a request with a gateway's credential is answered: for its viewer, or without a viewer the SDL only. */
export type ForGateway = 'viewer' | 'composition';

/** A gateway that has a credential for the hub. */
export interface Gateway {
  /** Whether a request comes from it. */
  isGateway(headers: IncomingHttpHeaders): boolean;
  readonly services: GatewayServices;
}

/** Tells whether requests come from the gateway that has the secret. */
export function gatewayCheck(secret: string): Gateway['isGateway'] {
  const expected = digest(secret);
  return (headers) => {
    const given = headers[gatewayHeader];
    return typeof given === 'string' && timingSafeEqual(digest(given), expected);
  };
}

/** Digests have equal lengths, which `timingSafeEqual` needs: not even the length of the secret shows. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whether a request claims to have a viewer. */
export function namesViewer({ authorization, cookie }: IncomingHttpHeaders): boolean {
  return authorization !== undefined || cookie !== undefined;
}
