import { hkdfSync } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { EncryptJWT, errors, jwtDecrypt, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import type { ProviderConfig } from '../config.js';
import type { Database } from '../database/database.js';
import { mayBeSomebody } from './invitations.js';
import { chosen } from './members.js';
import type { Begun, Provider } from './provider.js';
import { readCookie, type Sessions } from './sessions.js';
import { algorithms, keysOf } from './tokens.js';

/** The pages that a sign-in may lead back to. */
const pages = ['graphiql', 'graphiql#notifications', 'report'];

/** What signing in works with. */
interface SignInServices {
  readonly database: Database;
  readonly secret: string;
  readonly log: Logger;
}

/** How long somebody may take to sign in at the provider, in seconds. */
const patience = 600;

/**
 * Sign-in with a browser: `GET /auth/login`, `GET /auth/callback`, `POST /auth/choose` (which membership), `POST /auth/logout`, `POST /auth/logout-everywhere`, and for the provider
 * `POST /auth/backchannel-logout`.
 */
export function providerSignIn(
  app: FastifyInstance,
  { database, secret, log }: SignInServices,
  auth: ProviderConfig,
  provider: Provider,
  sessions: Sessions,
): void {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'sign-in under way', 32));
  const under = sessions.cookieName('hub-login');

  app.get<{ Querystring: { to?: string } }>('/auth/login', async ({ query }, reply) => {
    const to = pages.find((page) => page === query.to) ?? 'graphiql';
    const { url, begun } = await provider.begin();
    const kept = await new EncryptJWT({ ...begun, to })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(`${patience}s`)
      .encrypt(key);
    return reply.header('set-cookie', sessions.cookie(under, kept, patience)).redirect(url);
  });

  app.get('/auth/callback', async (request, reply) => {
    reply.header('set-cookie', sessions.cookie(under, '', 0));
    const begun = await jwtDecrypt(readCookie(request.headers, under) ?? '', key).catch(() => undefined);
    if (!begun) return sorry(reply, 400, 'La connexion a trop duré : recommencez.', 'That took too long.');
    const search = new URL(request.url, auth.hubUrl).search;
    const person = await provider.finish(search, begun.payload as unknown as Begun).catch((error: Error) => {
      log.warn({ error: error.name, code: (error as { code?: unknown }).code }, 'sign-in refused');
      return undefined;
    });
    if (!person) return sorry(reply, 403, 'La connexion a été refusée.', 'The sign-in was refused.');
    const account = { kind: 'PERSON', name: person.subject, email: person.email } as const;
    if (!(await mayBeSomebody(database, account))) {
      return sorry(reply, 403, 'Vous n’êtes membre d’aucun partenaire.', 'You are a member of no partner.');
    }
    reply.header('set-cookie', await sessions.open(request.headers, account, person.session));
    return reply.redirect(`${auth.hubUrl}/${begun.payload['to']}`);
  });

  app.post<{ Body: { partner: string; role?: string } }>(
    '/auth/choose',
    {
      schema: {
        body: {
          type: 'object',
          required: ['partner'],
          properties: {
            partner: { type: 'string', maxLength: 200 },
            role: { type: 'string', maxLength: 50 },
          },
        },
      },
    },
    async ({ headers, method, body }, reply) => {
      const { session, memberships } = await sessions.of(headers, method);
      await sessions.choose(session, chosen(memberships, body).id);
      return reply.code(204).send();
    },
  );

  app.post('/auth/logout', async ({ headers, method }, reply) => {
    await sessions.of(headers, method);
    await sessions.end(headers);
    return reply.header('set-cookie', sessions.farewell).send({ next: await provider.farewell() });
  });

  app.post('/auth/logout-everywhere', async ({ headers, method }, reply) => {
    const { account } = await sessions.of(headers, method);
    await sessions.endAll(account.name);
    return reply.header('set-cookie', sessions.farewell).send({ next: await provider.farewell() });
  });

  void app.register(async (scope) => {
    const form = 'application/x-www-form-urlencoded';
    scope.addContentTypeParser(form, { parseAs: 'string' }, async (_: unknown, body: string | Buffer) =>
      Object.fromEntries(new URLSearchParams(String(body))),
    );
    const keys = keysOf(provider.keys);
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

/** A page in two sentences, and the way back. */
function sorry(reply: FastifyReply, status: number, fr: string, en: string): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Connexion</title><p>${fr}</p><p lang="en">${en}</p><p><a href="login">Se connecter</a></p></html>`,
    );
}
