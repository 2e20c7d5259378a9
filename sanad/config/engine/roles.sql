-- Database roles of Sanad. None is a superuser. For psql, by an administrator of the server:
--   sanad setup --sql | psql -d postgres
-- The embedded server runs the same text. A line of comment above each role says what it may do.

-- owns the tables; migrations run as it, nothing else does
select 'create role sanad_owner login createdb' where to_regrole('sanad_owner') is null \gexec
-- the site itself: reads and writes rows within the reader's scope, changes no table
select 'create role sanad_app login' where to_regrole('sanad_app') is null \gexec
-- freezes figures: reads what is not sealed
select 'create role sanad_snapshot login' where to_regrole('sanad_snapshot') is null \gexec
-- alone reads sealed values
select 'create role sanad_vault login' where to_regrole('sanad_vault') is null \gexec
-- dumps: reads every row past row security, writes none
select 'create role sanad_backup login bypassrls' where to_regrole('sanad_backup') is null \gexec
grant pg_read_all_data to sanad_backup;
-- owns the function that searches: nobody signs in as it; it reads the index of words, and the function the scope
select 'create role sanad_search nologin' where to_regrole('sanad_search') is null \gexec
grant sanad_search to sanad_owner;

select 'create database "{database}" owner sanad_owner encoding UTF8 template template0'
  where not exists (select from pg_database where datname = '{database}') \gexec
revoke all on database "{database}" from public;
grant create on database "{database}" to sanad_search;
grant connect, temporary on database "{database}" to sanad_app, sanad_snapshot, sanad_vault, sanad_backup;

-- what these roles say may hold names: neither their statements nor the texts of their errors go into the server's log
select format('alter role %I set %s', rolname, setting)
  from pg_roles, unnest(array['log_statement = none', 'log_min_error_statement = panic', 'log_min_messages = fatal',
  'log_min_duration_statement = -1', 'log_parameter_max_length_on_error = 0']) as setting
  where rolname in ('sanad_owner', 'sanad_app', 'sanad_snapshot', 'sanad_vault', 'sanad_backup') \gexec
