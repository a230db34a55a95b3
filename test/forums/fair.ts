import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import type { SharedHub } from '../kit/hub.js';
import type { SeededPartner } from '../kit/town.js';

type Changes = Parameters<typeof validInput.openForum>[0];

/** The town's coordinator, who opens forums. */
export interface Organiser {
  readonly partner: SeededPartner;
  readonly client: Client;
  /** Opens a forum, held yesterday by default, and returns its id. */
  forum(changes?: Changes): Promise<string>;
  /** Adds an exhibitor and returns its id. */
  exhibitor(forum: string, changes?: Changes): Promise<string>;
}

export async function organiserOf(hub: SharedHub): Promise<Organiser> {
  const { partner, client } = await hub.town.signedInMember(
    await hub.town.partner(undefined, 'TOWN'),
    'COORDINATOR',
  );
  return {
    partner,
    client,
    forum: async (changes) => (await runCommand(client, 'openForum', validInput.openForum(changes))).id,
    exhibitor: async (forum, changes) =>
      (await runCommand(client, 'addExhibitor', validInput.addExhibitor(forum, changes))).id,
  };
}
