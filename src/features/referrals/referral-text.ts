import { Check, Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { inRole, me, myself, sees } from '../../access/policies.js';
import { Referral } from './referral.js';
import { ReferralTransition } from './referral-transition.js';

const purposeOfDraft = `change_id is null and exists (select from referral r
        where r.id = referral_text.referral_id and r.from_id = ${me} and r.status = 'DRAFT')`;

/**
 * A text of a referral about its person: the purpose, with the referral's key as its id, or the reason of a change,
 * with the change's key as its id. In a separate table, because a side may read the texts only as long as it sees the
 * person, but may always read the referral.
 */
@Entity({
  tableName: 'referral_text',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'seen',
      command: 'select',
      roles: ['hub_partner'],
      using: `exists (select from referral r
        where r.id = referral_text.referral_id and ${sees('r.beneficiary_id', 'IDENTITY')})`,
    },
    {
      name: 'write',
      command: 'insert',
      roles: ['hub_partner'],
      check: `exists (select from referral r
        where r.id = referral_text.referral_id and (change_id is not null or r.from_id = ${me} and r.created_by_id = ${myself}))
        and (change_id is null or exists (select from referral_transition t
          where t.id = referral_text.change_id and t.referral_id = referral_text.referral_id and t.member_id = ${myself}))`,
    },
    {
      name: 'reword',
      command: 'update',
      roles: ['hub_partner'],
      using: purposeOfDraft,
      check: purposeOfDraft,
    },
    {
      name: 'coordinate',
      command: 'insert',
      roles: ['hub_system'],
      check: `${inRole('COORDINATOR')}
        and exists (select from referral_transition t where t.id = referral_text.change_id and t.referral_id = referral_text.referral_id)`,
    },
  ],
})
@Check({ name: 'referral_text_key', expression: 'id = coalesce(change_id, referral_id)' })
export class ReferralText {
  /** The key of the referral for its purpose; the key of the change for a reason. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Referral, { index: true })
  referral!: Referral;

  /** The change whose reason this text is; null for the purpose. */
  @ManyToOne(() => ReferralTransition, { index: true, nullable: true, deleteRule: 'no action' })
  change?: ReferralTransition | null;

  @Property({ type: 'text' })
  text!: string;
}
