import { hkdfSync } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { Logger } from 'pino';
import type { ProviderConfig } from '../config/index.js';
import type { Database } from '../database/database.js';
import { backchannelLogout } from './backchannel-logout.js';
import { hasMembershipOrInvitation } from './invitations.js';
import type { PendingSignIn, Provider } from './provider.js';
import { sessionRoutes } from './session-routes.js';
import { readCookie, type Sessions } from './sessions.js';

/** The pages to which the hub may redirect after sign-in, relative to its root; the console is at the root. */
const pages =
  /^(graphiql|report|(reception|notifications|accessibilite|orientations\/[\w-]+|personnes(\/[\w-]+(\/orienter)?)?)?(\?[\w=&%.+-]*)?)$/;

/** The services that the sign-in routes use. */
interface SignInServices {
  readonly database: Database;
  readonly secret: string;
  readonly log: Logger;
}

/** How long a person may take to sign in at the provider, in seconds. */
const timeToSignIn = 600;

/** Routes for sign-in with a browser at an identity provider, and for browser sessions. */
export function providerRoutes(
  app: FastifyInstance,
  services: SignInServices,
  auth: ProviderConfig,
  provider: Provider,
  sessions: Sessions,
): void {
  loginRoutes(app, services, auth, provider, sessions);
  sessionRoutes(app, provider, sessions);
  backchannelLogout(app, auth, provider, sessions, services.log);
}

/** `GET /auth/login` redirects to the provider; the provider redirects back to `GET /auth/callback`. */
function loginRoutes(
  app: FastifyInstance,
  { database, secret, log }: SignInServices,
  auth: ProviderConfig,
  provider: Provider,
  sessions: Sessions,
): void {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'sign-in under way', 32));
  const loginCookie = sessions.cookieName('hub-login');

  app.get<{ Querystring: { to?: string } }>('/auth/login', async ({ query }, reply) => {
    const to = query.to !== undefined && pages.test(query.to) ? query.to : '';
    const { url, begun } = await provider.begin();
    const kept = await new EncryptJWT({ ...begun, to })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(`${timeToSignIn}s`)
      .encrypt(key);
    return reply.header('set-cookie', sessions.cookie(loginCookie, kept, timeToSignIn)).redirect(url);
  });

  app.get('/auth/callback', async (request, reply) => {
    reply.header('set-cookie', sessions.cookie(loginCookie, '', 0));
    const begun = await jwtDecrypt(readCookie(request.headers, loginCookie) ?? '', key).catch(
      () => undefined,
    );
    if (!begun)
      return sendErrorPage(
        reply,
        400,
        'La connexion a pris trop de temps : recommencez.',
        'The sign-in took too long: start again.',
      );
    const search = new URL(request.url, auth.hubUrl).search;
    const person = await provider
      .finish(search, begun.payload as unknown as PendingSignIn)
      .catch((error: Error) => {
        log.warn(
          { error: error.name, code: (error as { code?: unknown }).code },
          'the identity provider refused a sign-in',
        );
        return undefined;
      });
    if (!person)
      return sendErrorPage(
        reply,
        403,
        'La connexion a été refusée : recommencez ou adressez-vous à votre structure.',
        'The sign-in was refused: start again, or ask your organisation.',
      );
    const account = { kind: 'PERSON', name: person.subject, email: person.email } as const;
    if (!(await hasMembershipOrInvitation(database, account))) {
      return sendErrorPage(
        reply,
        403,
        'Vous n’êtes membre d’aucun partenaire : demandez une invitation à votre structure.',
        'You are not a member of any partner: ask your organisation for an invitation.',
      );
    }
    reply.header('set-cookie', await sessions.open(request.headers, account, person.session));
    return reply.redirect(`${auth.hubUrl}/${begun.payload['to']}`);
  });
}

/** Sends an error page: one sentence in French, one in English, and a link to sign in. */
function sendErrorPage(reply: FastifyReply, status: number, fr: string, en: string): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Connexion</title><p>${fr}</p><p lang="en">${en}</p><p><a href="login">Se connecter</a></p></html>`,
    );
}
