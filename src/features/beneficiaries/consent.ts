import { Field } from 'type-graphql';
import type { Command } from '../../commands/command.js';
import { type Refusal, refusal } from '../../commands/refusal.js';
import type { SystemCommand } from '../../commands/system-command.js';
import { longDay } from '../../i18n.js';

/** When a person agreed, as given in an input. */
export interface Agreed {
  /** `YYYY-MM-DD`. */
  readonly agreedOn: string;
  readonly agreedAfterWithdrawal?: boolean | null | undefined;
}

/** The facts against which an agreement is checked. Days are `YYYY-MM-DD`. */
interface Consent {
  readonly informedOn: string;
  readonly withdrawnOn: string | null;
  readonly withdrawnAt: string | null;
}

/** The input field that confirms that an agreement came after a withdrawal on the same day. */
export function AgreedAfterWithdrawal(): PropertyDecorator {
  return Field(() => Boolean, {
    nullable: true,
    description:
      'Confirms that the person agreed after the withdrawal. Needed only when the person withdrew from the partner on the same day.',
  }) as PropertyDecorator;
}

/** Locks the sharings of a person until the command ends. Commands that grant or end sharings take this lock. */
export async function lockSharings({ em }: SystemCommand, person: string): Promise<void> {
  await em.execute('select access.lock_sharings(?)::text', [person]);
}

/**
 * When the person was informed, and when they last withdrew from the partner. Also locks the sharings of the person.
 * Undefined when the viewer's partner does not see the person.
 */
export async function consentOf(
  { em }: Command,
  person: string,
  partner: string,
): Promise<Consent | undefined> {
  const [consent] = (await em.execute(
    `select informed_on::text as "informedOn", withdrawn_on::text as "withdrawnOn", withdrawn_at as "withdrawnAt"
      from access.consent(?, ?)`,
    [person, partner],
  )) as [Consent?];
  return consent;
}

/**
 * Checks that a person agreed to a sharing with a partner after they were informed, and after they last withdrew
 * from that partner. A trigger in the database checks the same.
 * @param field the input field with the day of the agreement
 * @throws Refusal INVALID
 */
export async function checkAgreement(
  command: Command,
  person: string,
  partner: string,
  { agreedOn, agreedAfterWithdrawal }: Agreed,
  field = 'agreedOn',
): Promise<void> {
  const consent = await consentOf(command, person, partner);
  if (!consent) return;
  const { informedOn, withdrawnOn } = consent;
  if (agreedOn < informedOn) throw beforeInformation(informedOn, field);
  if (!withdrawnOn || agreedOn > withdrawnOn) return;
  const [fr, en] = inWords(withdrawnOn);
  if (agreedOn < withdrawnOn) {
    throw refusal('INVALID', field, {
      fr: `L’accord doit être postérieur au retrait du ${fr} : demandez de nouveau son accord à la personne.`,
      en: `The agreement must be later than the withdrawal on ${en}: ask the person for a new agreement.`,
    });
  }
  if (agreedAfterWithdrawal) return;
  throw refusal('INVALID', 'agreedAfterWithdrawal', {
    fr: `La personne a retiré son accord ce même jour, le ${fr} : confirmez qu’elle a de nouveau donné son accord après ce retrait.`,
    en: `The person withdrew on the same day, ${en}: confirm that they agreed again after the withdrawal.`,
  });
}

/**
 * Checks that a person agreed to something after they were informed.
 * @throws Refusal INVALID agreedOn
 */
export async function checkInformed(command: Command, person: string, agreedOn: string): Promise<void> {
  const consent = await consentOf(command, person, command.viewer.partnerId);
  if (consent && agreedOn < consent.informedOn) throw beforeInformation(consent.informedOn, 'agreedOn');
}

function beforeInformation(informedOn: string, field: string): Refusal {
  const [fr, en] = inWords(informedOn);
  return refusal('INVALID', field, {
    fr: `L’accord ne peut pas précéder l’information de la personne, le ${fr} : corrigez la date, ou demandez de nouveau son accord.`,
    en: `The person was informed on ${en}, and the agreement cannot be earlier: correct the date, or ask the person for a new agreement.`,
  });
}

function inWords(day: string): [fr: string, en: string] {
  return [longDay(day, 'fr'), longDay(day, 'en')];
}
