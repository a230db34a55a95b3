import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { SignIn } from '../../../auth/sign-in.js';
import {
  accessSheet,
  exportFile,
  personFileSchema,
  workOfRights,
} from '../../../features/data-subject-rights/index.js';
import { parseId } from '../../../graphql/ids.js';
import { languageOf } from '../../../i18n.js';
import { charge } from '../../limits/index.js';
import { contextOf, type Services } from '../../operations.js';
import { asset } from '../graphiql/files.js';
import { styleOnlyPolicy } from '../own-style.js';
import { renderAccessSheet } from './render.js';

interface PersonRoute {
  readonly Params: { readonly id: string };
}

/**
 * The documents that a person may request: `/access-sheet/:id`, a page to print, and `/export/:id`, the person's
 * file as JSON. They need the same sign-in and use the same budget as `/graphql`. `/export/schema.json` is the schema
 * of the export; it is public.
 */
export async function rightsRoutes(app: FastifyInstance, services: Services, signIn: SignIn): Promise<void> {
  const styles = await readFile(asset('report', 'report.css'), 'utf8');
  const policy = styleOnlyPolicy(styles);
  const vary = 'accept-language, authorization, cookie';
  const personIn = (id: string) => {
    const parsed = parseId(id);
    return parsed?.prefix === 'beneficiary_' ? parsed.uuid : undefined;
  };

  app.get<PersonRoute>('/access-sheet/:id', async (request, reply) => {
    const { viewer } = await signIn.signIn(request);
    const language = languageOf(request.headers);
    await charge(services.budgets, viewer, workOfRights.sheet);
    const person = personIn(request.params.id);
    const sheet = person && (await accessSheet(person, contextOf(services, viewer, language)));
    if (!sheet) return reply.callNotFound();
    return reply
      .headers({
        vary,
        'content-security-policy': policy,
        'content-language': language,
      })
      .type('text/html; charset=utf-8')
      .send(renderAccessSheet(sheet, language, styles));
  });

  app.get<PersonRoute>('/export/:id', async (request, reply) => {
    const { viewer } = await signIn.signIn(request);
    const language = languageOf(request.headers);
    await charge(services.budgets, viewer, workOfRights.file);
    const person = personIn(request.params.id);
    const context = contextOf(services, viewer, language);
    const file = person && (await exportFile(person, context));
    if (!file) return reply.callNotFound();
    return reply
      .headers({
        vary,
        'content-disposition': `attachment; filename="${request.params.id}.json"`,
        link: '</export/schema.json>; rel="describedby"',
      })
      .type('application/json; charset=utf-8')
      .send(file.json);
  });

  app.get('/export/schema.json', async (_request, reply) =>
    reply.type('application/schema+json; charset=utf-8').send(personFileSchema),
  );
}
