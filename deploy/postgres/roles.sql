-- One schema and two roles per service: <s>_owner owns and migrates, <s> reads and writes rows.
-- Run as administrator in the application's database, as often as you like. Passwords come in as settings
-- named shunlu.<role>, so that the same file serves the local launcher and the official Postgres image.
do $$
declare
  service text;
  owner text;
  role text;
begin
  execute format('revoke all on database %I from public', current_database());
  revoke all on schema public from public;

  -- A trusted extension in a schema of its own: EXCLUDE constraints on scalar columns need it.
  create schema if not exists extensions;
  create extension if not exists btree_gist with schema extensions;

  foreach service in array array['volunteers', 'stations', 'tasks', 'ledger', 'reporting'] loop
    owner := service || '_owner';
    foreach role in array array[owner, service] loop
      if not exists (select from pg_roles where rolname = role) then
        execute format('create role %I', role);
      end if;
      execute format('alter role %I login password %L', role, current_setting('shunlu.' || role));
      execute format('alter role %I set search_path = %I', role, service);
      execute format('grant connect on database %I to %I', current_database(), role);
      execute format('grant usage on schema extensions to %I', role);
    end loop;
    execute format('create schema if not exists %I authorization %I', service, owner);
    execute format('grant usage on schema %I to %I', service, service);
    execute format(
      'alter default privileges for role %I in schema %I grant select, insert, update, delete on tables to %I',
      owner, service, service);
    execute format(
      'alter default privileges for role %I in schema %I grant usage, select on sequences to %I',
      owner, service, service);
  end loop;
end
$$;
