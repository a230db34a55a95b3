import { type Command } from '../../commands/command.js';
import { move } from './advance.js';
import { transition } from './lifecycle.js';
import { Referral, readByHub } from './referral.js';

/** Cancels an open referral whose agreement the person has withdrawn. */
export async function cancelWithdrawn(command: Command, referralId: string): Promise<void> {
  await command.asSystem(async () => {
    const referral = await command.lock(Referral, referralId, readByHub);
    const change = transition('CANCEL', referral.status, 'SYSTEM');
    if (change) move(command, referral, change, 'SYSTEM');
  });
}

/** Cancels a person's open referrals to a partner from which the person withdraws. */
export async function cancelAllWithdrawn(command: Command, person: string, partner: string): Promise<void> {
  const open = (await command.em.execute('select open_referrals as id from access.open_referrals(?, ?)', [
    person,
    partner,
  ])) as { id: string }[];
  // Lock all referrals before the first is cancelled: cancelling waits for the lock on the person's sharings.
  await command.asSystem(async () => {
    for (const { id } of open) await command.lock(Referral, id, readByHub);
  });
  for (const { id } of open) await cancelWithdrawn(command, id);
}
