import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, type Stored, selectMany } from '../../graphql/read/declare.js';
import { type Order, orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Pathway } from '../pathways/index.js';
import { Appointment } from './appointment.js';
import { Barrier } from './barrier.js';
import { Contact } from './contact.js';
import { Criterion } from './criterion.js';
import { Note } from './note.js';
import { Objective } from './objective.js';

const BarrierConnection = connectionOf('Barrier', () => Barrier, true);
const ObjectiveConnection = connectionOf('Objective', () => Objective, true);
const AppointmentConnection = connectionOf('Appointment', () => Appointment, true);
const NoteConnection = connectionOf('Note', () => Note, true);

const recorded = { createdAt: 'timestamptz', id: 'uuid' } as const;
const orders = {
  contacts: orderBy('CONTACT_OLDEST', recorded),
  criteria: orderBy('CRITERION_LATEST', { since: 'date', id: 'uuid' }, 'descending'),
  barriers: orderBy('BARRIER_NEWEST', recorded, 'descending'),
  objectives: orderBy('OBJECTIVE_NEWEST', recorded, 'descending'),
  appointments: orderBy('APPOINTMENT_LATEST', { at: 'timestamptz', id: 'uuid' }, 'descending'),
  notes: orderBy('NOTE_NEWEST', recorded, 'descending'),
};

function entriesOf(person: Row, of: Stored, order: Order, ...where: RowQuery['where']): RowQuery {
  return selectMany(of, order, (it) => sql`${it.column('beneficiary')} = ${person.column('id')}`, ...where);
}

function onPathway(pathway: Row): (it: Row) => ReturnType<typeof sql> {
  return (it) => sql`${it.column('pathway')} = ${pathway.column('id')}`;
}

const notRemoved = (it: Row) => sql`${it.column('removedAt')} is null`;

@Resolver(() => Beneficiary)
export class BeneficiaryFile {
  @FieldResolver(() => [Contact], {
    description: 'Telephone numbers, e-mail addresses and postal addresses of the person.',
  })
  @Reads()
  contacts(_: unknown, @Root() person: Row): RowQuery {
    return entriesOf(person, Contact, orders.contacts, notRemoved);
  }

  @FieldResolver(() => [Criterion], {
    description:
      'Administrative criteria that the person meets or met, latest first. Empty below scope PATHWAY.',
  })
  @Reads()
  criteria(_: unknown, @Root() person: Row): RowQuery {
    return entriesOf(person, Criterion, orders.criteria);
  }

  @FieldResolver(() => BarrierConnection, {
    description: 'The person’s barriers to employment, last recorded first. Empty below scope FOLLOW_UP.',
  })
  @Reads()
  barriers(@Args() _: PageArgs, @Root() person: Row): RowQuery {
    return entriesOf(person, Barrier, orders.barriers);
  }

  @FieldResolver(() => ObjectiveConnection, {
    description: 'The person’s objectives, last set first. Empty below scope FOLLOW_UP.',
  })
  @Reads()
  objectives(@Args() _: PageArgs, @Root() person: Row): RowQuery {
    return entriesOf(person, Objective, orders.objectives);
  }

  @FieldResolver(() => AppointmentConnection, {
    description: 'The person’s appointments, latest first. Empty below scope FOLLOW_UP.',
  })
  @Reads()
  appointments(@Args() _: PageArgs, @Root() person: Row): RowQuery {
    return entriesOf(person, Appointment, orders.appointments);
  }

  @FieldResolver(() => NoteConnection, {
    description: 'The notes entriesOf the person that the viewer may see, newest first.',
  })
  @Reads()
  notes(@Args() _: PageArgs, @Root() person: Row): RowQuery {
    return entriesOf(person, Note, orders.notes, notRemoved);
  }
}

@Resolver(() => Pathway)
export class PathwayFile {
  @FieldResolver(() => ObjectiveConnection, {
    description: 'The objectives of the pathway, last set first. Empty below scope FOLLOW_UP.',
  })
  @Reads()
  objectives(@Args() _: PageArgs, @Root() pathway: Row): RowQuery {
    return selectMany(Objective, orders.objectives, onPathway(pathway));
  }

  @FieldResolver(() => NoteConnection, {
    description: 'The notes entriesOf the pathway that the viewer may see, newest first.',
  })
  @Reads()
  notes(@Args() _: PageArgs, @Root() pathway: Row): RowQuery {
    return selectMany(Note, orders.notes, onPathway(pathway), notRemoved);
  }
}
