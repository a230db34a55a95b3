import { type Command } from '../../commands/command.js';
import { move } from './advance.js';
import { transition } from './lifecycle.js';
import { Referral, readByHub } from './referral.js';

/** Calls a referral off for a person who withdrew the agreement that it rests on, if it is still open. */
export async function cancelWithdrawn(command: Command, referralId: string): Promise<void> {
  await command.asSystem(async () => {
    const referral = await command.lock(Referral, referralId, readByHub);
    const change = transition('CANCEL', referral.status, 'SYSTEM');
    if (change) move(command, referral, change, 'SYSTEM');
  });
}

/** Calls off what is open of a person's referrals to a partner, for the person who withdraws from it. */
export async function cancelAllWithdrawn(command: Command, person: string, partner: string): Promise<void> {
  const open = (await command.em.execute('select open_referrals as id from access.open_referrals(?, ?)', [
    person,
    partner,
  ])) as { id: string }[];
  // All of them before the first is called off, which waits for whoever grants or ends what partners see.
  await command.asSystem(async () => {
    for (const { id } of open) await command.lock(Referral, id, readByHub);
  });
  for (const { id } of open) await cancelWithdrawn(command, id);
}
