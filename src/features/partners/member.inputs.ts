import { Field, ID, InputType } from 'type-graphql';
import { Role } from '../../access/role.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Key, Line, PersonName } from '../../commands/input-rules.js';

@InputType({ description: 'Somebody who is to work for the viewer’s partner.' })
export class InviteMemberInput extends CreatingInput {
  @PersonName()
  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Line(200)
  @Field(() => String, { description: 'The professional e-mail address by which the person is recognised.' })
  email!: string;

  @Field(() => Role, { description: 'What the person does; some roles are the town’s only.' })
  role!: Role;
}

@InputType({ description: 'A system of the partner’s own.' })
export class AddMachineAccountInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Key()
  @Field(() => String, {
    description:
      'What names it at the identity provider; refused when the machine acts for a partner already.',
  })
  clientId!: string;

  @Field(() => Role, { description: 'What it does; some roles are the town’s only.' })
  role!: Role;

  @Field(() => Boolean, { description: 'Whether it may act, or read only.' })
  mayWrite!: boolean;
}

@InputType({ description: 'A member of the viewer’s partner, and what that member is to do.' })
export class SetMemberRoleInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;

  @Field(() => Role, { description: 'The role; some are the town’s only.' })
  role!: Role;
}

@InputType({ description: 'A member of the viewer’s partner who is to sign in no more.' })
export class DeactivateMemberInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also in the same person’s other roles at the partner, as when somebody leaves.',
  })
  everyRole?: boolean | null;
}

@InputType({ description: 'A member of the viewer’s partner who is to sign in again.' })
export class ReactivateMemberInput {
  @Id()
  @Field(() => ID, { description: 'The member.' })
  member!: string;
}
