import { Field, ObjectType } from 'type-graphql';
import { closedSet } from '../graphql/enum.js';
import type { Text } from '../i18n.js';

export const UserErrorCode = closedSet('UserErrorCode', 'Why an act was refused.', {
  NOT_FOUND: 'Absent, or not for the viewer.',
  INVALID: 'Something in the input is not as it must be.',
  AGREEMENT_REQUIRED: 'No agreement in force covers this.',
  ALREADY_KNOWN: 'Another partner already knows this person.',
  TRANSITION_NOT_ALLOWED:
    'The referral is not in a state for this act, or the viewer is not the one to do it.',
  STALE_VERSION: 'Somebody changed it since the caller read it.',
  WORDING: 'Shared text seems to hold what should not be there: reword it, or confirm.',
  DECLINED_BEFORE: 'The same service declined the same person before: think again, or confirm.',
  ALREADY_REFERRED:
    'A referral of the same person to the same partner or service is open: follow that one, or confirm.',
  LIMITED: 'Too often on one day: try again tomorrow.',
  LAW_KEEPS: 'Law obliges to keep something of the person for now.',
  IDEMPOTENCY_CONFLICT: 'The same idempotency key came with another input.',
});
export type UserErrorCode = keyof typeof UserErrorCode;

/** A refusal that the caller can act on. */
@ObjectType({
  description: 'A refusal that the caller can act on. Anything else is a bug and stays out of the data.',
})
export class UserError {
  @Field(() => UserErrorCode, { description: 'Why, for programs.' })
  code!: UserErrorCode;

  @Field(() => String, {
    description:
      'Why, for people, in the language of the request (French unless Accept-Language asks for English).',
  })
  message!: string;

  @Field(() => [String], { description: 'Where in the input, such as `["input", "birthDate"]`.' })
  path!: string[];
}

export interface Reason {
  readonly code: UserErrorCode;
  readonly text: Text;
  readonly path: readonly string[];
}

/** Thrown inside an act: everything is rolled back, unless it stands, and the caller is told why. */
export class Refusal extends Error {
  /**
   * @param shows the id of an object that the payload shows all the same
   * @param committed whether what the act wrote before is kept, and its idempotency key spent on this answer
   */
  constructor(
    readonly reasons: readonly Reason[],
    readonly shows?: string,
    readonly committed = false,
  ) {
    super(reasons.map((it) => it.code).join(', '));
  }
}

/** A refusal for one reason; `field` is where in the input, by its dots. */
export function refusal(code: UserErrorCode, field: string, text: Text, shows?: string): Refusal {
  return new Refusal([{ code, text, path: field ? ['input', ...field.split('.')] : ['input'] }], shows);
}

/** The refusal of an act that has written something to keep, such as that it was tried. */
export function committed({ reasons, shows }: Refusal): Refusal {
  return new Refusal(reasons, shows, true);
}

/** The same answer for what does not exist and for what is not for the viewer. */
export function notFound(field: string): Refusal {
  return refusal('NOT_FOUND', field, {
    fr: 'Introuvable, ou hors de votre accès.',
    en: 'Not found, or not for you.',
  });
}
