import { beforeAll } from '@jest/globals';
import { loadTown } from '../../demo/town/load.js';
import { answersForPeriods, pastPeriods } from '../committee/past-periods.js';
import { Client } from '../kit/client.js';
import { asOwner } from '../kit/database.js';
import { rebuildFacts } from '../kit/facts.js';
import { testHub } from '../kit/hub.js';

const hub = testHub();
let member: Client;
beforeAll(async () => {
  await asOwner(hub.ownerUrl, (owner) => loadTown(owner, 'a secret'));
  await rebuildFacts(hub);
  member = await Client.signIn(hub.url, 'comite@ville.demo');
});

answersForPeriods(() => member, pastPeriods());
