import type pg from 'pg';
import type { PartnerSystem } from '../../../config/index.js';
import { countDistinct } from '../distinct/count-distinct.js';
import { allSubjects } from '../lattice/subjects.js';
import { type Activity, askActivity } from '../partner-systems/ask-activity.js';
import { type Sign, signer } from '../partner-systems/hub-tokens.js';
import type { AskedSystem, Report } from '../partner-systems/system.js';
import type { ProtectionLevel } from '../protection/level.js';
import { periodsDrawnIn } from './schedule.js';

/** The systems that the hub asks while it makes releases: those with an address, of partners that exist. */
export class PartnerSystems {
  /** Those that did not answer. They are not waited for again, and count as missing. */
  readonly #silent = new Set<string>();

  private constructor(
    private readonly client: pg.Client,
    private readonly systems: readonly AskedSystem[],
    private readonly secret: string,
    readonly sign: Sign,
    readonly report: Report,
  ) {}

  static async of(
    client: pg.Client,
    systems: readonly PartnerSystem[],
    secret: string,
    report: Report,
  ): Promise<PartnerSystems> {
    const { rows } = await client.query<{ id: string; slug: string }>(
      'select id, slug from partner where slug = any ($1) order by id',
      [systems.map(({ partner }) => partner)],
    );
    for (const { partner } of systems)
      if (!rows.some(({ slug }) => slug === partner))
        report({ partner, problem: 'is not asked', reason: 'no partner of the hub has this slug' });
    const asked = rows.flatMap(({ id, slug }) => {
      const url = systems.find(({ partner }) => partner === slug)?.url;
      return url ? [{ id, slug, url }] : [];
    });
    return new PartnerSystems(client, asked, secret, await signer(secret), report);
  }

  /** Asks for the activity in the periods that are drawn in a release, and counts distinct persons in them. */
  async activity(asOf: string, level: ProtectionLevel): Promise<Activity[]> {
    const periods = allSubjects.flatMap((subject) =>
      periodsDrawnIn(subject, asOf, level).map(({ name, from, until }) => ({
        subject,
        period: name,
        from,
        until,
      })),
    );
    const answers = await Promise.all(
      this.systems.map((system) => askActivity(system, periods, this, this.#silent.has(system.id))),
    );
    const activity = answers.flat();
    for (const { partner, figures } of activity) if (figures === null) this.#silent.add(partner);
    await this.countPersons(asOf, level);
    return activity;
  }

  /** Counts distinct persons in the quarters and years that are drawn in a release. */
  private async countPersons(asOf: string, level: ProtectionLevel): Promise<void> {
    const systems = this.systems.filter(({ id }) => !this.#silent.has(id));
    for (const period of periodsDrawnIn('PATHWAYS', asOf, level)) {
      if (period.span === 'QUARTER' || period.span === 'YEAR')
        await countDistinct(this.client, {
          period,
          systems,
          level,
          secret: this.secret,
          report: this.report,
        });
    }
  }
}
