import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Partner } from './partner.js';
import { addService, changeService, closeService } from './service.commands.js';
import { AddServiceInput, ChangeServiceInput, CloseServiceInput } from './service.inputs.js';
import { Service } from './service.js';

const ServiceConnection = connectionOf('Service', () => Service, true);
const byName = orderBy('SERVICE_NAME', { name: 'text', id: 'uuid' });

const payloadFor = (act: string) => payloadOf(act, 'service', () => Service);
const AddServicePayload = payloadFor('addService');
const ChangeServicePayload = payloadFor('changeService');
const CloseServicePayload = payloadFor('closeService');

const what = { description: 'What to do.' };

@Resolver(() => Partner)
export class PartnerServices {
  @FieldResolver(() => ServiceConnection, {
    description: 'What the partner offers, by name, closed services included. Open to everyone signed in.',
  })
  @Reads()
  services(@Args() _: PageArgs, @Root() partner: Row): RowQuery {
    return selectMany(Service, byName, (it) => sql`${it.column('partner')} = ${partner.column('id')}`);
  }
}

@Resolver()
export class ServiceMutations {
  @Mutation(() => AddServicePayload, {
    description: 'Adds a service of the viewer’s partner. For its administrators.',
  })
  addService(@Arg('input', () => AddServiceInput, what) input: AddServiceInput, @Ctx() context: Context) {
    return payload('service', runCommand(context, 'addService', input, addService));
  }

  @Mutation(() => ChangeServicePayload, {
    description: 'Changes what an open service says. For its partner’s administrators.',
  })
  changeService(
    @Arg('input', () => ChangeServiceInput, what) input: ChangeServiceInput,
    @Ctx() context: Context,
  ) {
    return payload('service', runCommand(context, 'changeService', input, changeService));
  }

  @Mutation(() => CloseServicePayload, {
    description: 'Says that a service takes nobody on any more. For its partner’s administrators.',
  })
  closeService(
    @Arg('input', () => CloseServiceInput, what) input: CloseServiceInput,
    @Ctx() context: Context,
  ) {
    return payload('service', runCommand(context, 'closeService', input, closeService));
  }
}
