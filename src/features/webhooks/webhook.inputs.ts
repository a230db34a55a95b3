import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line } from '../../commands/input-rules.js';
import { WebhookTopic } from './topics.js';

const address =
  'Where to send to, at most 500 characters: https, a public host, port 443 or 8443, no name or password.';

@InputType({ description: 'Where a partner’s own system is to be told what happens.' })
export class AddWebhookInput extends CreatingInput {
  @Line(500)
  @Field(() => String, { description: address })
  address!: string;

  @Field(() => [WebhookTopic], { description: 'What to tell of: at least one topic.' })
  topics!: WebhookTopic[];
}

@InputType({ description: 'What an act on a webhook names.' })
export abstract class WebhookActInput {
  @Id()
  @Field(() => ID, { description: 'The webhook: one of the viewer’s partner.' })
  webhook!: string;
}

@InputType({ description: 'What changes on a webhook; what is left out stays.' })
export class ChangeWebhookInput extends WebhookActInput {
  @Line(500)
  @Field(() => String, { nullable: true, description: address })
  address?: string | null;

  @Field(() => [WebhookTopic], { nullable: true, description: 'What to tell of: at least one topic.' })
  topics?: WebhookTopic[] | null;
}

@InputType({ description: 'A webhook that is to get a new secret.' })
export class RotateWebhookSecretInput extends WebhookActInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the former secret ends at once, because somebody else may know it. Otherwise both sign for 24 hours.',
  })
  atOnce!: boolean;
}

@InputType({ description: 'A webhook that is to be sent to no more for now.' })
export class PauseWebhookInput extends WebhookActInput {}

@InputType({ description: 'A webhook that is to be sent to again.' })
export class ResumeWebhookInput extends WebhookActInput {}

@InputType({ description: 'A webhook to try.' })
export class TestWebhookInput extends WebhookActInput {}

@InputType({ description: 'A webhook that is not needed any more.' })
export class RemoveWebhookInput extends WebhookActInput {}
