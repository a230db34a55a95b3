import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line } from '../../commands/input-rules.js';
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

@InputType({ description: 'A service that takes nobody on any more.' })
export class CloseServiceInput {
  @Id()
  @Field(() => ID, { description: 'The service: one of the viewer’s partner.' })
  service!: string;
}
