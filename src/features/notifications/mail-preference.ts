import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { inRole, me, myself } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Member } from '../partners/index.js';

export const MailTiming = closedSet(
  'MailTiming',
  'When the hub e-mails a member about unread notifications.',
  {
    AT_ONCE: 'Within minutes; later while the member is connected to the hub.',
    DAILY: 'Once a day, at 7:30 (Europe/Paris).',
    NONE: 'No e-mail.',
  },
);
export type MailTiming = keyof typeof MailTiming;

export const MailLanguage = closedSet('MailLanguage', 'The language of e-mails.', {
  FR: 'French.',
  EN: 'English.',
});
export type MailLanguage = keyof typeof MailLanguage;

/** The defaults for a member who has not chosen. */
export const defaults = { timing: 'AT_ONCE', language: 'FR' } as const satisfies {
  timing: MailTiming;
  language: MailLanguage;
};

const own = `member_id = ${myself}`;

/**
 * The mail settings of a member: what the member chose, and whether the mail server accepts the address. Visible
 * to the member, and to the partner's administrators, who correct addresses.
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

  @Enum({ items: () => MailTiming, nativeEnumName: 'mail_timing', default: defaults.timing })
  timing!: MailTiming;

  @Enum({ items: () => MailLanguage, nativeEnumName: 'mail_language', default: defaults.language })
  language!: MailLanguage;

  /** Since when the mail server refuses this address permanently. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  refusedAt?: Date | null;
}
