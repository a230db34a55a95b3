import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';
import { v7 } from 'uuid';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { emailOf } from '../../commands/email.js';
import { Id, Line, PersonName, Slug, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Partner, PartnerKind } from './partner.js';

@InputType({ description: 'An organisation to add to the hub, and its first administrator.' })
export class AddPartnerInput extends CreatingInput {
  @Slug()
  @Field(() => String, {
    description:
      'Stable short name used in addresses: lower-case letters, digits and hyphens, at most 60 characters.',
  })
  slug!: string;

  @Line(200)
  @Field(() => String, { description: 'The partner’s display name.' })
  name!: string;

  @Field(() => PartnerKind, { description: 'The kind of organisation: an association or an institution.' })
  kind!: PartnerKind;

  @PersonName()
  @Field(() => String, { description: 'First and last name of the partner’s first administrator.' })
  administratorName!: string;

  @Line(200)
  @Field(() => String, {
    description: 'The professional e-mail address of the partner’s first administrator.',
  })
  administratorEmail!: string;
}

export const addPartner = defineCommand({
  name: 'addPartner',
  description: 'Adds a partner to the hub and invites its first administrator. For coordinators.',
  input: AddPartnerInput,
  payload: { partner: () => Partner },
  roles: ['COORDINATOR'],
  on: null,
  async run(command, input) {
    const { em } = command;
    const { slug, kind } = input;
    const email = emailOf(input.administratorEmail, 'administratorEmail');
    if (kind === 'TOWN') {
      throw refusal('INVALID', 'kind', {
        fr: 'La ville existe déjà. Choisissez ASSOCIATION ou INSTITUTION.',
        en: 'The town already exists. Choose ASSOCIATION or INSTITUTION.',
      });
    }
    const partner = em.create(Partner, { slug, name: tidy(input.name), kind });
    try {
      await em.flush();
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      throw refusal('INVALID', 'slug', {
        fr: 'Un autre partenaire porte déjà ce nom court. Choisissez-en un autre.',
        en: 'Another partner already has this short name. Choose another one.',
      });
    }
    // Plain SQL instead of the entity: a coordinator may not read back the members of another partner.
    await em.execute(
      `insert into member (id, name, email, role, partner_id) values (?, ?, ?, 'PARTNER_ADMINISTRATOR', ?)`,
      [v7(), tidy(input.administratorName), email, partner.id],
    );
    return partner.id;
  },
});

@InputType({ description: 'A partner and its new display name.' })
export class RenamePartnerInput {
  @Id()
  @Field(() => ID, { description: 'The partner.' })
  partner!: string;

  @Line(200)
  @Field(() => String, { description: 'The partner’s display name.' })
  name!: string;
}

export const renamePartner = defineCommand({
  name: 'renamePartner',
  description: 'Changes the display name of a partner. For coordinators.',
  input: RenamePartnerInput,
  payload: { partner: () => Partner },
  roles: ['COORDINATOR'],
  on: { field: 'partner', type: () => Partner, changes: true },
  async run(command, input) {
    const partner = await command.find(Partner, input.partner, 'partner', true);
    partner.name = tidy(input.name);
    return partner.id;
  },
});
