import { Field, ID, InputType, Int } from 'type-graphql';
import { change } from '../../commands/change.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Partner } from './partner.js';
import { Service } from './service.js';
import { ServicePublic, ServiceTheme } from './service-vocabulary.js';

@InputType({ description: 'Something that the viewer’s partner offers.' })
export class AddServiceInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'What it is called, at most 200 characters.' })
  name!: string;

  @Field(() => [ServiceTheme], { description: 'What it helps with: at least one theme.' })
  themes!: ServiceTheme[];

  @Field(() => [ServicePublic], { description: 'Whom it is for: at least one public.' })
  publics!: ServicePublic[];

  @Field(() => Int, { nullable: true, description: 'How many places are free, 0 to 10,000.' })
  capacity?: number | null;

  @Line(200)
  @Field(() => String, {
    nullable: true,
    description:
      'How partners reach it: a telephone number or an address. It may be said later: no referral goes to the service before.',
  })
  contact?: string | null;
}

export const addService = defineCommand({
  name: 'addService',
  description: 'Adds a service of the viewer’s partner. For its administrators.',
  input: AddServiceInput,
  payload: { service: () => Service },
  roles: ['PARTNER_ADMINISTRATOR'],
  async run(command, input) {
    const { em, viewer } = command;
    const capacity = input.capacity ?? null;
    checkCapacity(capacity);
    const service = em.create(Service, {
      partner: em.getReference(Partner, viewer.partnerId),
      name: tidy(input.name),
      themes: some(input.themes, 'themes'),
      publics: some(input.publics, 'publics'),
      capacity,
      capacityUpdatedAt: capacity === null ? null : command.now,
      contact: tidy(input.contact ?? ''),
      status: 'OPEN',
    });
    return service.id;
  },
});

@InputType({ description: 'What changes on a service; what is left out stays.' })
export class ChangeServiceInput {
  @Id()
  @Field(() => ID, { description: 'The service: one of the viewer’s partner that is open.' })
  service!: string;

  @Line(200)
  @Field(() => String, { nullable: true, description: 'What it is called, at most 200 characters.' })
  name?: string | null;

  @Field(() => [ServiceTheme], { nullable: true, description: 'What it helps with: at least one theme.' })
  themes?: ServiceTheme[] | null;

  @Field(() => [ServicePublic], { nullable: true, description: 'Whom it is for: at least one public.' })
  publics?: ServicePublic[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many places are free, 0 to 10,000; said again, it is known to be current. Null: unknown.',
  })
  capacity?: number | null;

  @Line(200)
  @Field(() => String, { nullable: true, description: 'How partners reach it; null for nothing.' })
  contact?: string | null;
}

export const changeService = defineCommand({
  name: 'changeService',
  description: 'Changes what an open service says. For its partner’s administrators.',
  input: ChangeServiceInput,
  payload: { service: () => Service },
  async run(command, input) {
    const service = await open(command, input.service);
    const { name, themes, publics, capacity, contact } = input;
    change(service, {
      name: name == null ? undefined : tidy(name),
      themes: themes == null ? undefined : some(themes, 'themes'),
      publics: publics == null ? undefined : some(publics, 'publics'),
      contact: contact === null ? '' : contact === undefined ? undefined : tidy(contact),
    });
    if (capacity !== undefined) {
      checkCapacity(capacity);
      // Said again, it is known to hold today.
      change(service, { capacity, capacityUpdatedAt: capacity === null ? null : command.now });
    }
    return service.id;
  },
});

@InputType({ description: 'A service that takes nobody on any more.' })
export class CloseServiceInput {
  @Id()
  @Field(() => ID, { description: 'The service: one of the viewer’s partner.' })
  service!: string;
}

export const closeService = defineCommand({
  name: 'closeService',
  description: 'Says that a service takes nobody on any more. For its partner’s administrators.',
  input: CloseServiceInput,
  payload: { service: () => Service },
  async run(command, input) {
    const service = await open(command, input.service);
    service.status = 'CLOSED';
    return service.id;
  },
});

/** The open service; the lock finds only what the viewer may change. */
async function open(command: Command, id: string): Promise<Service> {
  const service = await command.find(Service, id, 'service', true);
  if (service.status === 'OPEN') return service;
  throw refusal('INVALID', 'service', { fr: 'Cette offre est close.', en: 'This service is closed.' });
}

/** Each of the values once. */
function some<Value>(values: readonly Value[], field: string): Value[] {
  if (values.length > 0) return [...new Set(values)];
  throw refusal('INVALID', field, { fr: 'Il en faut au moins un.', en: 'At least one is needed.' });
}

function checkCapacity(capacity: number | null): void {
  if (capacity === null || (capacity >= 0 && capacity <= 10_000)) return;
  throw refusal('INVALID', 'capacity', { fr: 'Un nombre de 0 à 10 000.', en: 'A number from 0 to 10,000.' });
}
