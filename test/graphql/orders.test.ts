import { describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../../src/database/database.js';
import { entities, resolvers } from '../../src/features/index.js';
import { Member } from '../../src/features/partners/index.js';
import { ReferralTransition } from '../../src/features/referrals/index.js';
import { ReadModel } from '../../src/graphql/read/model.js';
import { orderBy } from '../../src/graphql/read/order.js';
import { assemble } from '../../src/graphql/schema.js';

describe('an order', () => {
  it('must have a unique name', () => {
    orderBy('TEST_NAMED', { id: 'uuid' });
    expect(() => orderBy('TEST_NAMED', { id: 'uuid' })).toThrow('two orders have the name TEST_NAMED');
  });

  it('is refused when it is not total', async () => {
    const orm = new MikroORM(ormOptions(process.env['HUB_TEST_SERVER'] as string, entities));
    try {
      const model = new ReadModel(await assemble(resolvers), orm.getMetadata());
      model.checkOrder(orderBy('TEST_KEY', { name: 'text', id: 'uuid' }), Member);
      // A version is unique within a referral, and the query fixes the referral.
      model.checkOrder(orderBy('TEST_VERSION', { version: 'int' }), ReferralTransition);
      expect(() => model.checkOrder(orderBy('TEST_NAME', { name: 'text' }), Member)).toThrow(
        'the order TEST_NAME ends with name, which is not unique',
      );
    } finally {
      await orm.close();
    }
  });
});
