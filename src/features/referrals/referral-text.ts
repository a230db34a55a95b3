import { Check, Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { inRole, me, myself, sees } from '../../access/policies.js';
import { Referral } from './referral.js';
import { ReferralTransition } from './referral-transition.js';

const draft = `change_id is null and exists (select from referral r
        where r.id = referral_text.referral_id and r.from_id = ${me} and r.status = 'DRAFT')`;

/**
 * What a referral says about its person: the purpose, under the referral's own key, and the reason of a change,
 * under the change's key. In a table of its own, because a side reads it only as long as it sees the person,
 * while it goes on seeing the referral.
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
    { name: 'reword', command: 'update', roles: ['hub_partner'], using: draft, check: draft },
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
  /** The key of the referral, or of the change, that the text is about. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Referral, { index: true })
  referral!: Referral;

  /** The change whose reason it is; null for the purpose. */
  @ManyToOne(() => ReferralTransition, { index: true, nullable: true, deleteRule: 'no action' })
  change?: ReferralTransition | null;

  @Property({ type: 'text' })
  text!: string;
}
