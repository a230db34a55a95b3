import { change } from '../../commands/change.js';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { Partner } from './partner.js';
import type { AddServiceInput, ChangeServiceInput, CloseServiceInput } from './service.inputs.js';
import { Service } from './service.js';

/** Adds a service that the viewer's partner offers. For its administrators. */
export async function addService(command: Command, input: AddServiceInput): Promise<string> {
  const { em, viewer } = command;
  if (viewer.role !== 'PARTNER_ADMINISTRATOR') throw notFound('');
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
}

/** Changes what an open service says. For its partner's administrators. */
export async function changeService(command: Command, input: ChangeServiceInput): Promise<string> {
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
}

/** Says that a service takes nobody on any more. For its partner's administrators. */
export async function closeService(command: Command, input: CloseServiceInput): Promise<string> {
  const service = await open(command, input.service);
  service.status = 'CLOSED';
  return service.id;
}

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
