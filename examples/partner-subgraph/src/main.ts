import type { AddressInfo } from 'node:net';
import { fill } from './demonstration.ts';
import { serverOf } from './server.ts';
import { Store } from './store.ts';

const {
  PORT = '4300',
  HOST = '127.0.0.1',
  DATABASE = ':memory:',
  GATEWAY_ISSUER = 'http://localhost:4100',
  AUDIENCE = 'france-travail',
  HUB_URL = 'http://localhost:4000',
} = process.env;
const { GATEWAY_JWKS_URL = `${GATEWAY_ISSUER}/.well-known/jwks.json` } = process.env;

const store = new Store(DATABASE);
if (store.isEmpty) fill(store, new Date());
const gateway = { issuer: GATEWAY_ISSUER, jwksUrl: GATEWAY_JWKS_URL, audience: AUDIENCE };
const server = serverOf(store, gateway, `${HUB_URL}/.well-known/jwks.json`);
server.listen(Number(PORT), HOST, () => {
  const { port } = server.address() as AddressInfo;
  console.log(`The partner's system is ready at http://${HOST}:${port}/graphql`);
});

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    server.close(() => store.close());
    server.closeIdleConnections();
  });
