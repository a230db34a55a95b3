import { notificationWords } from '../../copy/notifications.js';
import type { NotificationLine_NotificationFragment } from '../../hub/gql/graphql.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';

/** What a notification leads to. */
interface Target {
  /** The id of the referral that its screen shows. */
  readonly referral?: string;
  /** The id of the person whose file shows it. */
  readonly person?: string | undefined;
  /** The screen of the committee's figures that shows it. */
  readonly figures?: '/chiffres/arretes' | '/chiffres/journal';
  /** What it is, in words. */
  readonly facts: readonly (string | null | undefined)[];
}

/** Describes what a notification leads to, in the reader's language. */
export function useTarget(target: NotificationLine_NotificationFragment['target']): Target {
  const text = useWords(notificationWords);
  const dates = useDates();
  switch (target?.__typename) {
    case 'Referral':
      return {
        referral: target.id,
        facts: [`${target.from.name} → ${target.to.name}`, target.reference],
      };
    case 'UnansweredReferral':
      return {
        facts: [`${target.from.name} → ${target.to.name}`, target.reference, text.waits(target.daysWaiting)],
      };
    case 'LinkRequest':
      return {
        person: target.beneficiary?.id,
        facts: [nameOf(target.beneficiary), text.askedBy(target.partner.name)],
      };
    case 'Sharing':
      return {
        person: target.beneficiary?.id,
        facts: [
          nameOf(target.beneficiary),
          text.sharedWith(target.partner.name),
          target.until && text.until(dates.lastDay(target.until)),
        ],
      };
    case 'RetentionDue':
      return { facts: [text.dueOn(dates.date(target.dueOn))] };
    case 'Lot':
      return { facts: [text.lot(target.number, target.name)] };
    case 'Partner':
      return { figures: '/chiffres/arretes', facts: [] };
    case 'CommitteeQuestion':
      return {
        figures: '/chiffres/journal',
        facts: [target.partner.name, text.overlapping(target.overlapping)],
      };
    case 'Webhook':
      return { facts: [target.address] };
    default:
      return { facts: [text.gone] };
  }
}

function nameOf(person: { readonly firstName: string; readonly lastName: string } | null | undefined) {
  return person && `${person.firstName} ${person.lastName}`;
}
