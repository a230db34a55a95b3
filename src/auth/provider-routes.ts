import { hkdfSync } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { Logger } from 'pino';
import type { ProviderConfig } from '../config/index.js';
import type { Database } from '../database/database.js';
import { backchannelLogout } from './backchannel-logout.js';
import { mayBeSomebody } from './invitations.js';
import type { Begun, Provider } from './provider.js';
import { sessionRoutes } from './session-routes.js';
import { readCookie, type Sessions } from './sessions.js';

/** The pages that a sign-in may lead back to. */
const pages = ['graphiql', 'graphiql#notifications', 'report'];

/** What signing in works with. */
interface SignInServices {
  readonly database: Database;
  readonly secret: string;
  readonly log: Logger;
}

/** How long somebody may take to sign in at the provider, in seconds. */
const timeToSignIn = 600;

/** Sign-in with a browser, by an identity provider, and what a session can do. */
export function providerRoutes(
  app: FastifyInstance,
  services: SignInServices,
  auth: ProviderConfig,
  provider: Provider,
  sessions: Sessions,
): void {
  loginRoutes(app, services, auth, provider, sessions);
  sessionRoutes(app, provider, sessions);
  backchannelLogout(app, auth, provider, sessions);
}

/** `GET /auth/login`, which leads to the provider, and `GET /auth/callback`, which comes back from it. */
function loginRoutes(
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
      .setExpirationTime(`${timeToSignIn}s`)
      .encrypt(key);
    return reply.header('set-cookie', sessions.cookie(under, kept, timeToSignIn)).redirect(url);
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
}

/** A page in two sentences, and the way back. */
function sorry(reply: FastifyReply, status: number, fr: string, en: string): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Connexion</title><p>${fr}</p><p lang="en">${en}</p><p><a href="login">Se connecter</a></p></html>`,
    );
}
