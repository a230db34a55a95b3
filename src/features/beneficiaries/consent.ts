import { Field } from 'type-graphql';
import type { Command } from '../../commands/command.js';
import { type Refusal, refusal } from '../../commands/refusal.js';
import type { SystemCommand } from '../../commands/system-command.js';
import { longDay } from '../../i18n.js';

/** When a person agreed, as an input says it. */
export interface Agreed {
  /** `YYYY-MM-DD`. */
  readonly agreedOn: string;
  readonly agreedAfterWithdrawal?: boolean | null | undefined;
}

/** What an agreement is checked against; days as `YYYY-MM-DD`. */
interface Consent {
  readonly informedOn: string;
  readonly withdrawnOn: string | null;
  readonly withdrawnAt: string | null;
}

/** The input field that says that an agreement on the day of a withdrawal came after it. */
export function AgreedAfterWithdrawal(): PropertyDecorator {
  return Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the person agreed after the withdrawal, where they withdrew from the partner on the same day.',
  }) as PropertyDecorator;
}

/** Holds off whoever else grants or ends what partners see of a person, until the act is over. */
export async function lockSharings({ em }: SystemCommand, person: string): Promise<void> {
  await em.execute('select access.lock_sharings(?)::text', [person]);
}

/**
 * When the person was informed, and when they last withdrew from the partner, while nobody else grants or ends
 * what partners see of them; undefined when the viewer's partner does not see the person.
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
 * Checks that a person agreed to be seen by a partner after they were informed, and after they last withdrew
 * from that partner. The database refuses it too.
 * @param field where the input says when the person agreed
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
      en: `An agreement must be later than the withdrawal of ${en}: ask the person again.`,
    });
  }
  if (agreedAfterWithdrawal) return;
  throw refusal('INVALID', 'agreedAfterWithdrawal', {
    fr: `La personne a retiré son accord ce même jour, le ${fr} : confirmez qu’elle a de nouveau donné son accord après ce retrait.`,
    en: `The person withdrew on that very day, ${en}: confirm that they agreed again after the withdrawal.`,
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
    en: `An agreement cannot come before the person was informed, on ${en}: correct the date, or ask the person again.`,
  });
}

function inWords(day: string): [fr: string, en: string] {
  return [longDay(day, 'fr'), longDay(day, 'en')];
}
