import { Field, ID, InputType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { today } from '../../calendar.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';
import { Exhibitor, ExhibitorKind } from './exhibitor.js';
import { Forum, ForumArea } from './forum.js';

@InputType({ description: 'A forum that the viewer’s partner organises.' })
export class OpenForumInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The forum’s usual name, at most 200 characters.' })
  name!: string;

  @Field(() => DateScalar, { description: 'The day on which the forum is held, in the past or the future.' })
  heldOn!: string;

  @Field(() => ForumArea, { description: 'The part of the town in which the forum is held.' })
  area!: ForumArea;

  @Line(200)
  @Field(() => String, { description: 'The place where the forum is held, at most 200 characters.' })
  place!: string;
}

export const openForum = defineCommand({
  name: 'openForum',
  description: 'Opens a forum that the viewer’s partner organises. For coordinators.',
  input: OpenForumInput,
  payload: { forum: () => Forum },
  roles: ['COORDINATOR'],
  on: null,
  async run({ em, viewer }, input) {
    const forum = em.create(Forum, {
      name: tidy(input.name),
      heldOn: input.heldOn,
      area: input.area,
      place: tidy(input.place),
      partner: em.getReference(Partner, viewer.partnerId),
    });
    return forum.id;
  },
});

@InputType({ description: 'An organisation with a stand at a forum.' })
export class AddExhibitorInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The forum.' })
  forum!: string;

  @Line(200)
  @Field(() => String, { description: 'The name on the stand, at most 200 characters.' })
  name!: string;

  @Field(() => ExhibitorKind, { description: 'What the exhibitor offers.' })
  kind!: ExhibitorKind;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The partner, if the exhibitor is one.' })
  partner?: string | null;
}

/** SQL condition: the viewer's partner organises the forum. */
const isOrganiser = (forum: Row) => sql`${forum.column('partner')} = ${raw(me)}`;

export const addExhibitor = defineCommand({
  name: 'addExhibitor',
  description: 'Adds an exhibitor to a forum. For the coordinators of the partner that organises the forum.',
  input: AddExhibitorInput,
  payload: { exhibitor: () => Exhibitor },
  roles: ['COORDINATOR'],
  on: { field: 'forum', type: () => Forum, when: isOrganiser },
  async run(command, input) {
    const { em, viewer } = command;
    const forum = await command.find(Forum, input.forum, 'forum');
    if (forum.partner.id !== viewer.partnerId) throw notFound('forum');
    const exhibitor = em.create(Exhibitor, {
      forum,
      name: tidy(input.name),
      kind: input.kind,
      partner: input.partner ? await command.find(Partner, input.partner, 'partner') : null,
    });
    return exhibitor.id;
  },
});

/**
 * Finds a forum that has been held, or is held today.
 * @throws Refusal NOT_FOUND; INVALID before the forum's day
 */
export async function findHeldForum(command: Command, id: string): Promise<Forum> {
  const forum = await command.find(Forum, id, 'forum');
  if (forum.heldOn > today(command.now)) {
    throw refusal('INVALID', 'forum', {
      fr: 'Ce forum n’a pas encore eu lieu : notez les venues à partir du jour du forum.',
      en: 'This forum has not been held yet: record attendances from the day of the forum.',
    });
  }
  return forum;
}
