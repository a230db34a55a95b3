import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandInputs } from '../../kit/command-inputs.js';
import { type CommandName, commandNames } from '../../kit/commands.js';
import { testHub } from '../../kit/hub.js';
import { type IdentityProvider, newKeys, startIdentityProvider } from '../../kit/identity-provider.js';
import { randomFrom } from '../../kit/random.js';
import { type RightsFixture, rightsFixture } from './fixture.js';
import { again, attemptAsOffered, definitionOf, withObject } from './offers.js';
import { letters, owners } from './table.js';

/** These would end the person whom all objects of the fixture are about. */
const excluded: readonly CommandName[] = ['eraseBeneficiary', 'withdrawFromPartner'];

/**
 * Declares the test that commands are offered exactly when they are not refused: so many random commands of random
 * members on random objects of the full fixture, one after the other, so that each finds a state that others left.
 */
export const testOffers = (count: number) =>
  describe('the commands that are offered', () => {
    const hub = testHub();
    const { random } = randomFrom('OFFERS_SEED');
    let provider: IdentityProvider;
    let fixture: RightsFixture;

    beforeAll(async () => {
      provider = await startIdentityProvider([await newKeys('ES256', 'a key')]);
      fixture = await rightsFixture(hub, provider);
    });
    afterAll(() => provider.stop());

    it('are those that are not refused for the role, the viewer or the state of the object', async () => {
      const { base, fourthPartner } = fixture;
      const objects: Readonly<Record<string, readonly string[]>> = { ...base.ids, ...base.visibleToAll };
      const inputs = commandInputs(base, fourthPartner.partner);
      const candidates = commandNames.filter((it) => !excluded.includes(it) && definitionOf(it).on);
      const contradictions: string[] = [];
      const outcomes = { done: 0, refused: 0 };
      const one = <Item>(items: readonly Item[]) => items[random.below(items.length)] as Item;
      for (let attempt = 0; attempt < count; attempt++) {
        const command = one(candidates);
        const type = definitionOf(command).on?.type().name as string;
        const known = objects[type] ?? (type === 'Partner' ? [base.referent.partner.id] : []);
        const input = again(withObject(inputs[command], command, one(known)));
        const who = [one(owners), one(letters)] as const;
        const refusal = await attemptAsOffered(fixture, who, command, input, contradictions);
        outcomes[refusal ? 'refused' : 'done'] += 1;
      }
      expect(contradictions).toEqual([]);
      // Most attempts are refused: by the role, or because an earlier attempt has ended the object. Some must succeed.
      console.log('outcomes of the attempts:', outcomes);
      expect(Math.min(outcomes.done, outcomes.refused)).toBeGreaterThan(0);
    });
  });
