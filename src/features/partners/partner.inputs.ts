import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line, PersonName, Slug } from '../../commands/input-rules.js';
import { PartnerKind } from './partner.js';

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

@InputType({ description: 'A partner that people know by another name now.' })
export class RenamePartnerInput {
  @Id()
  @Field(() => ID, { description: 'The partner.' })
  partner!: string;

  @Line(200)
  @Field(() => String, { description: 'The name people know it by.' })
  name!: string;
}
