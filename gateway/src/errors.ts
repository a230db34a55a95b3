import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import type { Language, Text } from './i18n.js';

/** An error that clients see, in the language of their request. */
export function shown(
  text: Text,
  language: Language,
  extensions: GraphQLErrorExtensions,
  path?: readonly (string | number)[],
): GraphQLError {
  return new GraphQLError(text[language], { extensions, path });
}

/** The request has no token. */
export function unauthenticated(language: Language): GraphQLError {
  const text = {
    fr: 'Identifiez-vous : envoyez un jeton dans l’en-tête Authorization.',
    en: 'Sign in: send a token in the Authorization header.',
  };
  return shown(text, language, { code: 'UNAUTHENTICATED' });
}

/** The hub no longer accepts the token of a running subscription. */
export function accessEnded(language: Language): GraphQLError {
  const text = {
    fr: 'Votre accès est terminé : reconnectez-vous.',
    en: 'Your access has ended: sign in again.',
  };
  return shown(text, language, { code: 'UNAUTHENTICATED' });
}

/** The hub gives no answer. */
export function hubUnavailable(language: Language): GraphQLError {
  const text = {
    fr: 'La plateforme ne répond pas : réessayez dans un moment. On ne sait pas si une commande a été exécutée : répétez-la avec la même idempotencyKey.',
    en: 'The hub does not answer: try again in a moment. It is not known whether a command was carried out: repeat it with the same idempotencyKey.',
  };
  return shown(text, language, { code: 'UNAVAILABLE', retryAfter: 2 });
}

/** The partner's system gives no answer that can be used. */
export function partnerUnavailable(partner: string, language: Language): GraphQLError {
  const text = {
    fr: `Le système de ${partner} ne répond pas : le reste est complet. Réessayez dans un moment.`,
    en: `The system of ${partner} does not answer: the rest is complete. Try again in a moment.`,
  };
  return shown(text, language, { code: 'PARTNER_UNAVAILABLE', partner });
}

/** The partner's system has answered with an error. Its text is not shown: it may contain anything. */
export function partnerError(partner: string, language: Language): GraphQLError {
  const text = {
    fr: `Le système de ${partner} a répondu par une erreur : demandez-en la raison à ce partenaire.`,
    en: `The system of ${partner} has answered with an error: ask that partner for the reason.`,
  };
  return shown(text, language, { code: 'PARTNER_ERROR', partner });
}

/** A partner refers to an object that does not exist, or that the viewer may not see: alike. */
export function notFound(language: Language, path: readonly (string | number)[]): GraphQLError {
  const text = {
    fr: 'Un partenaire renvoie à un objet qui n’existe pas, ou que vous ne pouvez pas voir.',
    en: 'A partner refers to an object that does not exist, or that you may not see.',
  };
  return shown(text, language, { code: 'NOT_FOUND' }, path);
}

/** More objects of a partner were asked for than the gateway asks at once. */
export function tooManyReferences(partner: string, most: number, language: Language): GraphQLError {
  const text = {
    fr: `Au plus ${most} objets à la fois sont demandés au système de ${partner} : demandez des listes plus courtes.`,
    en: `At most ${most} objects are asked of the system of ${partner} at once: ask for shorter lists.`,
  };
  return shown(text, language, { code: 'TOO_LARGE', partner });
}

/** An error of the gateway itself, in both languages: where it is caught, the language of the request is not known. */
export function bug(number: string): GraphQLError {
  const message = `Une erreur est survenue dans la passerelle : indiquez ${number} en la signalant. Something went wrong in the gateway: quote ${number} when you report it.`;
  return new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

/** An error from the JSON of the hub, which has made it for clients. */
export function fromHub(error: unknown): GraphQLError {
  const { message, path, extensions } = (error ?? {}) as {
    message?: unknown;
    path?: (string | number)[];
    extensions?: GraphQLErrorExtensions;
  };
  return new GraphQLError(String(message), { path: path ?? null, extensions: extensions ?? null });
}
