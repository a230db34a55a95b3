import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { inRole, me, myself } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Member } from '../partners/index.js';

export const MailTiming = closedSet('MailTiming', 'How soon a member is told by e-mail of what is unread.', {
  AT_ONCE: 'Within minutes, unless the member is connected.',
  DAILY: 'Once a day, at half past seven.',
  NONE: 'Never.',
});
export type MailTiming = keyof typeof MailTiming;

export const MailLanguage = closedSet('MailLanguage', 'The language of e-mails.', {
  FR: 'French.',
  EN: 'English.',
});
export type MailLanguage = keyof typeof MailLanguage;

/** What holds for a member who has not chosen. */
export const usual = { timing: 'AT_ONCE', language: 'FR' } as const satisfies {
  timing: MailTiming;
  language: MailLanguage;
};

const own = `member_id = ${myself}`;

/**
 * How mail reaches a member: what the member chose, and whether the address takes it. Seen by the member, and
 * by the partner's administrators, who mend addresses.
 */
@Entity({
  tableName: 'mail_preference',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'own',
      command: 'select',
      roles: ['hub_partner'],
      using: `${own} or ${inRole('PARTNER_ADMINISTRATOR')}
        and exists (select from member m where m.id = mail_preference.member_id and m.partner_id = ${me})`,
    },
    { name: 'choose', command: 'insert', roles: ['hub_partner'], check: own },
    { name: 'change', command: 'update', roles: ['hub_partner'], using: own, check: own },
    { name: 'mail', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' },
  ],
})
export class MailPreference {
  @ManyToOne(() => Member, { primary: true, deleteRule: 'cascade' })
  member!: Member;

  @Enum({ items: () => MailTiming, nativeEnumName: 'mail_timing', default: usual.timing })
  timing!: MailTiming;

  @Enum({ items: () => MailLanguage, nativeEnumName: 'mail_language', default: usual.language })
  language!: MailLanguage;

  /** Since when the mail server refuses this address for good. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  refusedAt?: Date | null;
}
