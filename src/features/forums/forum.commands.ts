import type { Command } from '../../commands/command.js';
import { tidy, today } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { Partner } from '../partners/index.js';
import { Exhibitor } from './exhibitor.js';
import type { AddExhibitorInput, OpenForumInput } from './forum.inputs.js';
import { Forum } from './forum.js';

/** Opens a forum that the viewer's partner organises. For its coordinators. */
export async function openForum({ em, viewer }: Command, input: OpenForumInput): Promise<string> {
  if (viewer.role !== 'COORDINATOR') throw notFound('');
  const forum = em.create(Forum, {
    name: tidy(input.name),
    heldOn: input.heldOn,
    area: input.area,
    place: tidy(input.place),
    partner: em.getReference(Partner, viewer.partnerId),
  });
  return forum.id;
}

/** Adds an exhibitor to a forum. For the coordinators of its organiser. */
export async function addExhibitor(command: Command, input: AddExhibitorInput): Promise<string> {
  const { em, viewer } = command;
  const forum = await command.find(Forum, input.forum, 'forum');
  if (viewer.role !== 'COORDINATOR' || forum.partner.id !== viewer.partnerId) throw notFound('forum');
  const exhibitor = em.create(Exhibitor, {
    forum,
    name: tidy(input.name),
    kind: input.kind,
    partner: input.partner ? await command.find(Partner, input.partner, 'partner') : null,
  });
  return exhibitor.id;
}

/**
 * A forum that people can have come to.
 * @throws Refusal NOT_FOUND; INVALID before its day
 */
export async function heldForum(command: Command, id: string): Promise<Forum> {
  const forum = await command.find(Forum, id, 'forum');
  if (forum.heldOn > today(command.now)) {
    throw refusal('INVALID', 'forum', {
      fr: 'Ce forum n’a pas encore eu lieu.',
      en: 'This forum has not been held yet.',
    });
  }
  return forum;
}
