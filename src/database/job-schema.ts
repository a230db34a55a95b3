import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { backgroundRole } from './database-role.js';

/** The schema of the pg-boss tables. */
export const jobSchema = 'jobs';

/**
 * Creates or upgrades the pg-boss tables, as the owner, and enables row-level security on them as on all tables.
 * pg-boss does this itself, not a migration, because it defines these tables.
 */
export async function ensureJobs(owner: pg.Client): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => owner.query(text, values as unknown[]) },
    schema: jobSchema,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  await boss.start();
  await boss.stop({ graceful: false });
  await owner.query(jobProtection);
}

/** Row-level security and grants of the pg-boss tables. */
export const jobProtection = `
do $$
declare t record;
begin
  for t in select c.oid::regclass as name, c.relrowsecurity and c.relforcerowsecurity as is_protected
    from pg_class c where c.relnamespace = '${jobSchema}'::regnamespace and c.relkind in ('r', 'p')
  loop
    continue when t.is_protected;
    execute format('alter table %s enable row level security', t.name);
    execute format('alter table %s force row level security', t.name);
    execute format('create policy jobs on %s to ${backgroundRole.role} using (true) with check (true)', t.name);
    execute format('create policy erase on %s to hub_rights using (true) with check (true)', t.name);
  end loop;
end $$;
grant usage on schema ${jobSchema} to ${backgroundRole.role};
grant select, insert, update on all tables in schema ${jobSchema} to ${backgroundRole.role};
-- The tables from which maintenance deletes rows; a later version of pg-boss may need more.
grant delete on ${jobSchema}.job, ${jobSchema}.job_common, ${jobSchema}.job_dependency, ${jobSchema}.instance
  to ${backgroundRole.role};
grant usage, select on all sequences in schema ${jobSchema} to ${backgroundRole.role};
-- Erasure removes a person from the data of jobs.
grant usage on schema ${jobSchema} to hub_rights;
grant select (data), update (data) on ${jobSchema}.job to hub_rights;
revoke all on all functions in schema ${jobSchema} from public;
grant execute on all functions in schema ${jobSchema} to ${backgroundRole.role};
`;
