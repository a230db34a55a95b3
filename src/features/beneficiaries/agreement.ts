import { afterMonths, beginningOf, dayAfter, today } from '../../calendar.js';
import { refusal } from '../../commands/refusal.js';

/** How long an agreement holds at most. */
const months = 12;

/**
 * When what a person agreed to on a day ends: the end, in the town, of the given last day,
 * or of the last one allowed.
 * @throws Refusal INVALID when it is over already, or would last too long
 */
export function endOfAgreement(agreedOn: string, now: Date, lastDay?: string | null): Date {
  const limit = afterMonths(agreedOn, months);
  if (limit < today(now)) {
    throw refusal('INVALID', 'agreedOn', {
      fr: `Cet accord date de plus de ${months} mois : demandez-le de nouveau à la personne.`,
      en: `This agreement is older than ${months} months: ask the person again.`,
    });
  }
  if (lastDay && lastDay > limit) {
    throw refusal('INVALID', 'until', {
      fr: `Un accord vaut au plus ${months} mois.`,
      en: `An agreement holds for ${months} months at most.`,
    });
  }
  if (lastDay && lastDay < today(now)) {
    throw refusal('INVALID', 'until', { fr: 'Cette date est passée.', en: 'This date is in the past.' });
  }
  return beginningOf(dayAfter(lastDay ?? limit));
}
