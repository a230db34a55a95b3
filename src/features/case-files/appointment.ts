import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Entry, entryPolicies } from './entry.js';

export const AppointmentStatus = closedSet('AppointmentStatus', 'The status of an appointment.', {
  PLANNED: 'The appointment is to come, or its result was not recorded yet.',
  HONOURED: 'The person came.',
  MISSED: 'The person did not come.',
  CANCELLED: 'The appointment was cancelled.',
});
export type AppointmentStatus = keyof typeof AppointmentStatus;

/** An appointment of a person with a professional of a partner. An honoured appointment counts as a contact. */
@ObjectType({
  implements: Node,
  description: 'An appointment of a person with a professional. Visible with a sharing of scope FOLLOW_UP.',
})
@Entity({
  tableName: 'appointment',
  rowLevelSecurity: 'force',
  policies: entryPolicies('appointment', 'FOLLOW_UP', { becomes: "status <> 'PLANNED'" }),
})
@Index({ name: 'appointment_of_beneficiary', properties: ['beneficiary', 'at', 'id'] })
export class Appointment extends Entry {
  @Field(() => DateTimeScalar, { description: 'When the appointment takes place.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => String, { description: 'The subject of the appointment.' })
  @Property({ type: 'text' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'The place of the appointment.' })
  @Property({ type: 'text', nullable: true })
  place?: string | null;

  @Field(() => AppointmentStatus, { description: 'The status of the appointment.' })
  @Enum({ items: () => AppointmentStatus, nativeEnumName: 'appointment_status' })
  status!: AppointmentStatus;
}
