import { Field, Int, ObjectType } from 'type-graphql';
import { closedSet } from '../graphql/enum.js';
import type { Text } from '../i18n.js';

export const UserErrorCode = closedSet('UserErrorCode', 'Why a command was refused.', {
  NOT_FOUND: 'The object does not exist, or the viewer may not see it or run this command on it.',
  INVALID: 'A value of the input breaks a rule: correct it.',
  AGREEMENT_REQUIRED: 'No agreement in force covers this.',
  ALREADY_KNOWN: 'Another partner already knows this person.',
  TRANSITION_NOT_ALLOWED:
    'The state of the referral does not allow this command, or the viewer’s side may not run it in this state.',
  STALE_VERSION: 'The object has changed since the caller read it: read it again.',
  WORDING: 'A shared text seems to contain sensitive words or numbers: reword it, or confirm it.',
  DECLINED_BEFORE: 'The same service has declined the same person before: choose another one, or confirm.',
  ALREADY_REFERRED:
    'A referral of the same person to the same partner or service is open: follow that one, or confirm.',
  LIMITED: 'The daily limit is reached: try again tomorrow.',
  LAW_KEEPS: 'A legal obligation requires the hub to keep data of the person for now.',
  IDEMPOTENCY_CONFLICT: 'The idempotency key was already used with another input: use a new key.',
});
export type UserErrorCode = keyof typeof UserErrorCode;

/** A part of a text of the input. */
@ObjectType({ description: 'A part of a text of the input, so that a form can mark it.' })
export class TextPassage {
  @Field(() => Int, { description: 'The number of characters (UTF-16 code units) before it.' })
  start!: number;

  @Field(() => Int, { description: 'Its length in characters (UTF-16 code units).' })
  length!: number;
}

/** A refusal that the caller can act on. */
@ObjectType({
  description:
    'Why a command was refused, so that the caller can act on it. Other failures are in the `errors` of the response.',
})
export class UserError {
  @Field(() => UserErrorCode, { description: 'The reason, for programs.' })
  code!: UserErrorCode;

  @Field(() => String, {
    description:
      'The reason, for people, in the language of the request (French unless Accept-Language prefers English).',
  })
  message!: string;

  @Field(() => [String], { description: 'The place in the input, such as `["input", "birthDate"]`.' })
  path!: string[];

  @Field(() => [TextPassage], {
    description: 'For WORDING: the sensitive words in the text at `path`. Otherwise empty.',
  })
  passages!: readonly TextPassage[];
}

export interface Reason {
  readonly code: UserErrorCode;
  readonly text: Text;
  readonly path: readonly string[];
  readonly passages?: readonly TextPassage[];
}

/** Thrown in a command to refuse it. The transaction is rolled back unless the refusal is committed. */
export class Refusal extends Error {
  /**
   * @param shows the id of an object that the payload shows in spite of the refusal
   * @param committed whether the changes made before are committed, with this answer under the idempotency key
   */
  constructor(
    readonly reasons: readonly Reason[],
    readonly shows?: string,
    readonly committed = false,
  ) {
    super(reasons.map((it) => it.code).join(', '));
  }
}

/** A refusal with one reason; `field` is the dotted path in the input. */
export function refusal(code: UserErrorCode, field: string, text: Text, shows?: string): Refusal {
  return new Refusal([{ code, text, path: field ? ['input', ...field.split('.')] : ['input'] }], shows);
}

/** A refusal whose changes are committed, such as a record of the attempt. */
export function committed({ reasons, shows }: Refusal): Refusal {
  return new Refusal(reasons, shows, true);
}

/** The same answer for an object that does not exist and for one that the viewer may not see. */
export function notFound(field: string): Refusal {
  return refusal('NOT_FOUND', field, {
    fr: 'Introuvable, ou hors de votre accès.',
    en: 'Not found, or outside your access.',
  });
}
