import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { me, myself } from '../../access/policies.js';
import { Member } from '../partners/index.js';
import { Referral } from './referral.js';

const received = `exists (select from referral r where r.id = referral_assignment.referral_id and r.to_id = ${me})`;
const assigns = `assigned_by_id = ${myself} and ${received}
        and (member_id is null or exists (select from member m
          where m.id = referral_assignment.member_id and m.partner_id = ${me} and m.kind = 'PERSON' and m.deactivated_at is null
            and m.role = any (array['CASEWORKER'::member_role, 'PARTNER_ADMINISTRATOR'::member_role])))`;

/**
 * The member of the receiver to whom a referral is assigned. In a separate table, because only the receiver may read
 * it: the sender never sees it.
 */
@Entity({
  tableName: 'referral_assignment',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'receiver', command: 'select', roles: ['hub_partner'], using: received },
    { name: 'assign', command: 'insert', roles: ['hub_partner'], check: assigns },
    { name: 'reassign', command: 'update', roles: ['hub_partner'], using: received, check: assigns },
    { name: 'system', command: 'select', roles: ['hub_system'], using: 'true' },
  ],
})
@Index({ name: 'referral_assignment_of_member', properties: ['member'] })
export class ReferralAssignment {
  @ManyToOne(() => Referral, { primary: true })
  referral!: Referral;

  /** Null when the referral was unassigned. */
  @ManyToOne(() => Member, { nullable: true })
  member?: Member | null;

  @ManyToOne(() => Member)
  assignedBy!: Member;

  @Property({ type: 'datetime', length: 3 })
  assignedAt!: Date;
}
