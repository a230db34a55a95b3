import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The definitions of the partner. */
export const partnerSdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
type Query { ftAny: Int }
type Service @key(fields: "id") { id: ID! ftSeats: Int ftNote: String }`;

interface Body {
  readonly query: string;
  readonly variables?: { readonly representations?: readonly { readonly id: string }[] };
}

/** The system of a partner that answers at once, in this process. It does not parse the operation: only the gateway is measured. */
export class PartnerService {
  private constructor(private readonly server: Server) {}

  static async start(): Promise<PartnerService> {
    const server = createServer(async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      const { query, variables }: Body = JSON.parse(text);
      const data = query.includes('_service')
        ? { _service: { sdl: partnerSdl } }
        : {
            _entities: variables?.representations?.map(({ id }) => ({
              ...{ __typename: 'Service', _key_Service: id, ftSeats: 3, ftNote: 'Seats are left on Monday' },
            })),
          };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new PartnerService(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
