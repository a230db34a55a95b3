import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';
import { v7 } from 'uuid';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { emailOf } from '../../commands/email.js';
import { Id, Line, PersonName, Slug, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Partner, PartnerKind } from './partner.js';

@InputType({ description: 'A body that is to take part in the hub, and who is to manage it there.' })
export class AddPartnerInput extends CreatingInput {
  @Slug()
  @Field(() => String, {
    description: 'Stable short name used in addresses: small letters, digits and hyphens, at most 60.',
  })
  slug!: string;

  @Line(200)
  @Field(() => String, { description: 'The name people know it by.' })
  name!: string;

  @Field(() => PartnerKind, { description: 'What sort of body it is: an association or an institution.' })
  kind!: PartnerKind;

  @PersonName()
  @Field(() => String, { description: 'First and last name of its first administrator.' })
  administratorName!: string;

  @Line(200)
  @Field(() => String, { description: 'The professional e-mail address of its first administrator.' })
  administratorEmail!: string;
}

export const addPartner = defineCommand({
  name: 'addPartner',
  description: 'Lets a partner take part, and invites its first administrator. For coordinators.',
  input: AddPartnerInput,
  payload: { partner: () => Partner },
  roles: ['COORDINATOR'],
  async run(command, input) {
    const { em } = command;
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
  },
});

@InputType({ description: 'A partner that people know by another name now.' })
export class RenamePartnerInput {
  @Id()
  @Field(() => ID, { description: 'The partner.' })
  partner!: string;

  @Line(200)
  @Field(() => String, { description: 'The name people know it by.' })
  name!: string;
}

export const renamePartner = defineCommand({
  name: 'renamePartner',
  description: 'Changes the name that people know a partner by. For coordinators.',
  input: RenamePartnerInput,
  payload: { partner: () => Partner },
  roles: ['COORDINATOR'],
  about: 'partner',
  async run(command, input) {
    const partner = await command.find(Partner, input.partner, 'partner', true);
    partner.name = tidy(input.name);
    return partner.id;
  },
});
