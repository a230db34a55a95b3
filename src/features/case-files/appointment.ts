import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Entry, entryPolicies } from './entry.js';

export const AppointmentStatus = closedSet('AppointmentStatus', 'What became of an appointment.', {
  PLANNED: 'To come, or not yet said.',
  HONOURED: 'The person came.',
  MISSED: 'The person did not come.',
  CANCELLED: 'It was called off.',
});
export type AppointmentStatus = keyof typeof AppointmentStatus;

/** When a person and a partner's professional meet. One that was honoured is a contact from the person. */
@ObjectType({
  implements: Node,
  description: 'When a person meets a professional. Seen with a sharing of scope FOLLOW_UP.',
})
@Entity({
  tableName: 'appointment',
  rowLevelSecurity: 'force',
  policies: entryPolicies('appointment', 'FOLLOW_UP', { becomes: "status <> 'PLANNED'" }),
})
@Index({ name: 'appointment_of_beneficiary', properties: ['beneficiary', 'at', 'id'] })
export class Appointment extends Entry {
  @Field(() => DateTimeScalar, { description: 'When.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => String, { description: 'What it is about.' })
  @Property({ type: 'text' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Where.' })
  @Property({ type: 'text', nullable: true })
  place?: string | null;

  @Field(() => AppointmentStatus, { description: 'What became of it.' })
  @Enum({ items: () => AppointmentStatus, nativeEnumName: 'appointment_status' })
  status!: AppointmentStatus;
}
