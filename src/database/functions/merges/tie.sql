-- Adds a constraint that a row has the same person as the row that it belongs to. Deferred, because a merge moves
-- child rows first.
create or replace function merges.tie(child regclass, link text, child_person text, parent regclass, parent_key text, parent_person text, on_delete text default '')
  returns void language plpgsql as $$
declare
  target text := (select relname from pg_class where oid = parent) || '_person';
  tie text := (select relname from pg_class where oid = child) || '_' || link || '_person';
begin
  if not exists (select from pg_constraint where conrelid = parent and conname = target) then
    execute format('alter table %s add constraint %I unique (%I, %I)', parent, target, parent_key, parent_person);
  end if;
  if not exists (select from pg_constraint where conrelid = child and conname = tie) then
    execute format('alter table %s add constraint %I foreign key (%I, %I) references %s (%I, %I) on update cascade %s deferrable initially deferred',
      child, tie, link, child_person, parent, parent_key, parent_person, on_delete);
  end if;
end $$;

revoke all on function merges.tie(regclass, text, text, regclass, text, text, text) from public;
