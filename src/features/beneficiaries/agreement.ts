import { afterMonths, beginningOf, dayAfter, today } from '../../calendar.js';
import { refusal } from '../../commands/refusal.js';

/** Maximum duration of an agreement, in months. */
const maxMonths = 12;

/**
 * The moment when an agreement ends: the end of its last day, in the town's time zone. Without a last day, the
 * agreement ends on the last day that is allowed.
 * @throws Refusal INVALID when the agreement has already ended or would last too long
 */
export function endOfAgreement(agreedOn: string, now: Date, lastDay?: string | null): Date {
  const limit = afterMonths(agreedOn, maxMonths);
  if (limit < today(now)) {
    throw refusal('INVALID', 'agreedOn', {
      fr: `Cet accord date de plus de ${maxMonths} mois : demandez-le de nouveau à la personne.`,
      en: `This agreement is older than ${maxMonths} months: ask the person again.`,
    });
  }
  if (lastDay && lastDay > limit) {
    throw refusal('INVALID', 'until', {
      fr: `Un accord vaut au plus ${maxMonths} mois : choisissez une date de fin plus proche.`,
      en: `An agreement lasts ${maxMonths} months at most: choose an earlier last day.`,
    });
  }
  if (lastDay && lastDay < today(now)) {
    throw refusal('INVALID', 'until', {
      fr: 'Cette date est passée : choisissez une date à venir.',
      en: 'This date is in the past: choose a later one.',
    });
  }
  return beginningOf(dayAfter(lastDay ?? limit));
}
