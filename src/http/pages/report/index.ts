import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { SignIn } from '../../../auth/sign-in.js';
import { workOfCommittee, yearlyReport } from '../../../features/committee/index.js';
import { languageOf } from '../../../i18n.js';
import { charge } from '../../limits/index.js';
import { contextOf, type Services } from '../../operations.js';
import { asset, readFiles } from '../graphiql/files.js';
import type { PageOptions } from '../graphiql/page.js';
import { styleOnlyPolicy, styleSource } from '../own-style.js';
import { renderReportPage } from './page.js';
import { renderReport } from './render.js';

/**
 * The yearly report: `/committee/report/2025` is a printable page, which needs the same sign-in and uses the same
 * budget as `/graphql`; `?release=2026-02-01` reads it from that release. `/report` is a page that signs the user in and shows the report. The page has no rights of
 * its own.
 */
export async function report(
  app: FastifyInstance,
  services: Services,
  signIn: SignIn,
  options: Pick<PageOptions, 'mode'>,
): Promise<void> {
  const styles = await readFile(asset('report', 'report.css'), 'utf8');
  const policy = styleOnlyPolicy(styles);
  const { version } = await readFiles();
  const shell = renderReportPage({ mode: options.mode, version }, styleSource(styles));
  type Asked = { Params: { year: string }; Querystring: { release?: string } };
  app.get<Asked>('/committee/report/:year', async (request, reply) => {
    const { viewer } = await signIn.signIn(request);
    const language = languageOf(request.headers);
    await charge(services.budgets, viewer, workOfCommittee.report);
    const year = /^\d{4}$/.test(request.params.year) ? Number(request.params.year) : Number.NaN;
    const { release } = request.query;
    const found = await yearlyReport(year, release, contextOf(services, viewer, language));
    if (!found) return reply.callNotFound();
    return reply
      .headers({
        'content-security-policy': policy,
        'content-language': language,
        vary: 'accept-language, authorization, cookie',
      })
      .type('text/html; charset=utf-8')
      .send(renderReport(found, language, styles));
  });

  app.get('/report', async (_request, reply) =>
    reply
      .header('content-security-policy', shell.contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(shell.html),
  );
}
