import type { FastifyInstance } from 'fastify';
import { errors, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import type { ProviderConfig } from '../config/index.js';
import type { Provider } from './provider.js';
import type { Sessions } from './sessions.js';
import { algorithms, keysOf } from './tokens.js';

/** `POST /auth/backchannel-logout`: the provider calls it to end sessions (OpenID Connect Back-Channel Logout 1.0). */
export function backchannelLogout(
  app: FastifyInstance,
  auth: ProviderConfig,
  provider: Provider,
  sessions: Sessions,
  log: Logger,
): void {
  void app.register(async (scope) => {
    const form = 'application/x-www-form-urlencoded';
    scope.addContentTypeParser(form, { parseAs: 'string' }, async (_: unknown, body: string | Buffer) =>
      Object.fromEntries(new URLSearchParams(String(body))),
    );
    const keys = keysOf(provider.keys, auth.issuer, log);
    const options = {
      algorithms,
      issuer: auth.issuer,
      audience: auth.clientId,
      maxTokenAge: '5m',
      requiredClaims: ['iat', 'jti', 'events'],
    };
    scope.post<{ Body?: { logout_token?: string } }>('/auth/backchannel-logout', async ({ body }, reply) => {
      try {
        const { payload } = await jwtVerify(body?.logout_token ?? '', keys, options);
        const event = 'http://schemas.openid.net/event/backchannel-logout';
        const { sid, sub, nonce } = payload as { sid?: unknown; sub?: string; nonce?: unknown };
        if (nonce !== undefined || !(event in Object(payload['events']))) throw new errors.JWTInvalid();
        if (typeof sid === 'string') await sessions.endAtProvider(sid);
        else if (sub) await sessions.endAll(sub);
        return reply.code(200).send();
      } catch (error) {
        if (error instanceof errors.JOSEError) return reply.code(400).send({ error: 'invalid_request' });
        throw error;
      }
    });
  });
}
