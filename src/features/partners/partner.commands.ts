import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { v7 } from 'uuid';
import type { Command } from '../../commands/command.js';
import { emailOf } from '../../commands/email.js';
import { tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import type { AddPartnerInput, RenamePartnerInput } from './partner.inputs.js';
import { Partner } from './partner.js';

/** Lets a partner take part, and invites its first administrator. For coordinators. */
export async function addPartner(command: Command, input: AddPartnerInput): Promise<string> {
  const { em, viewer } = command;
  if (viewer.role !== 'COORDINATOR') throw notFound('');
  const { slug, kind } = input;
  const email = emailOf(input.administratorEmail, 'administratorEmail');
  if (kind === 'TOWN') {
    throw refusal('INVALID', 'kind', { fr: 'La ville est déjà là.', en: 'The town is there already.' });
  }
  const partner = em.create(Partner, { slug, name: tidy(input.name), kind });
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw refusal('INVALID', 'slug', {
      fr: 'Un autre partenaire porte ce nom court.',
      en: 'Another partner has this short name.',
    });
  }
  // Without the entity: who works for another partner is not for the coordinator to read back.
  await em.execute(
    `insert into member (id, name, email, role, partner_id) values (?, ?, ?, 'PARTNER_ADMINISTRATOR', ?)`,
    [v7(), tidy(input.administratorName), email, partner.id],
  );
  return partner.id;
}

/** Changes the name that people know a partner by. For coordinators. */
export async function renamePartner(command: Command, input: RenamePartnerInput): Promise<string> {
  if (command.viewer.role !== 'COORDINATOR') throw notFound('partner');
  const partner = await command.find(Partner, input.partner, 'partner', true);
  partner.name = tidy(input.name);
  return partner.id;
}
