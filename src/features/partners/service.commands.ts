import { Field, ID, InputType, Int } from 'type-graphql';
import { inState } from '../../commands/acts-on.js';
import { change } from '../../commands/change.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Partner } from './partner.js';
import { Service } from './service.js';
import { ServicePublic, ServiceTheme } from './service-vocabulary.js';

@InputType({ description: 'A service of the viewer’s partner to add.' })
export class AddServiceInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The name of the service, at most 200 characters.' })
  name!: string;

  @Field(() => [ServiceTheme], { description: 'The themes of the service, at least one.' })
  themes!: ServiceTheme[];

  @Field(() => [ServicePublic], { description: 'The target groups of the service, at least one.' })
  publics!: ServicePublic[];

  @Field(() => Int, { nullable: true, description: 'The number of free places, 0 to 10,000. Null: unknown.' })
  capacity?: number | null;

  @Line(200)
  @Field(() => String, {
    nullable: true,
    description:
      'How partners contact the service: a telephone number or an address. It can be added later; until then, no referral can be sent to the service.',
  })
  contact?: string | null;
}

export const addService = defineCommand({
  name: 'addService',
  description: 'Adds a service to the viewer’s partner. For the partner’s administrators.',
  input: AddServiceInput,
  payload: { service: () => Service },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: null,
  async run(command, input) {
    const { em, viewer } = command;
    const capacity = input.capacity ?? null;
    checkCapacity(capacity);
    const service = em.create(Service, {
      partner: em.getReference(Partner, viewer.partnerId),
      name: tidy(input.name),
      themes: distinctNonEmpty(input.themes, 'themes'),
      publics: distinctNonEmpty(input.publics, 'publics'),
      capacity,
      capacityUpdatedAt: capacity === null ? null : command.now,
      contact: tidy(input.contact ?? ''),
      status: 'OPEN',
    });
    return service.id;
  },
});

const open = inState<Service>(
  'service',
  { status: 'OPEN' },
  {
    fr: 'Cette offre est close : elle ne peut plus être modifiée.',
    en: 'This service is closed and cannot be changed.',
  },
);

@InputType({ description: 'Changes to a service. A field that is left out keeps its value.' })
export class ChangeServiceInput {
  @Id()
  @Field(() => ID, { description: 'The service: an open service of the viewer’s partner.' })
  service!: string;

  @Line(200)
  @Field(() => String, { nullable: true, description: 'The name of the service, at most 200 characters.' })
  name?: string | null;

  @Field(() => [ServiceTheme], { nullable: true, description: 'The themes of the service, at least one.' })
  themes?: ServiceTheme[] | null;

  @Field(() => [ServicePublic], {
    nullable: true,
    description: 'The target groups of the service, at least one.',
  })
  publics?: ServicePublic[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of free places, 0 to 10,000. Sending the same number again confirms that it is current. Null: unknown.',
  })
  capacity?: number | null;

  @Line(200)
  @Field(() => String, {
    nullable: true,
    description: 'How partners contact the service. Null removes the contact.',
  })
  contact?: string | null;
}

export const changeService = defineCommand({
  name: 'changeService',
  description: 'Changes an open service. For its partner’s administrators.',
  input: ChangeServiceInput,
  payload: { service: () => Service },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'service', type: () => Service, changes: true, state: open },
  async run(command, input) {
    const service = await findOpen(command, input.service);
    const { name, themes, publics, capacity, contact } = input;
    change(service, {
      name: name == null ? undefined : tidy(name),
      themes: themes == null ? undefined : distinctNonEmpty(themes, 'themes'),
      publics: publics == null ? undefined : distinctNonEmpty(publics, 'publics'),
      contact: contact === null ? '' : contact === undefined ? undefined : tidy(contact),
    });
    if (capacity !== undefined) {
      checkCapacity(capacity);
      // The same number again counts as an update: it confirms that the number is current.
      change(service, { capacity, capacityUpdatedAt: capacity === null ? null : command.now });
    }
    return service.id;
  },
});

@InputType({ description: 'A service to close.' })
export class CloseServiceInput {
  @Id()
  @Field(() => ID, { description: 'The service: a service of the viewer’s partner.' })
  service!: string;
}

export const closeService = defineCommand({
  name: 'closeService',
  description: 'Closes a service: it takes on no new people. For its partner’s administrators.',
  input: CloseServiceInput,
  payload: { service: () => Service },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'service', type: () => Service, changes: true, state: open },
  async run(command, input) {
    const service = await findOpen(command, input.service);
    service.status = 'CLOSED';
    return service.id;
  },
});

/** Finds and locks an open service. The lock only finds services that the viewer may change. */
async function findOpen(command: Command, id: string): Promise<Service> {
  const service = await command.find(Service, id, 'service', true);
  open.check(service);
  return service;
}

/** Removes repeated values; refuses an empty list. */
function distinctNonEmpty<Value>(values: readonly Value[], field: string): Value[] {
  if (values.length > 0) return [...new Set(values)];
  throw refusal('INVALID', field, { fr: 'Indiquez au moins une valeur.', en: 'Give at least one value.' });
}

function checkCapacity(capacity: number | null): void {
  if (capacity === null || (capacity >= 0 && capacity <= 10_000)) return;
  throw refusal('INVALID', 'capacity', {
    fr: 'Indiquez un nombre de 0 à 10 000.',
    en: 'Give a number from 0 to 10,000.',
  });
}
