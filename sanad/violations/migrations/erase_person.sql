-- Blank what reports say in clear of persons who are erased. It runs as the owner, for the application may not change
-- what was said; so it touches rows of offices in the scope only, and nothing but these columns.
create function sanad_blank_mentions(roots uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    blanked int;
begin
    update violations_mention
        set age_said = '', occupation = '', described = '', sex_id = null, age_min = null, age_max = null,
            characteristics = '{}'
        where root = any (roots) and custodian_id = any (sanad_scope());
    get diagnostics blanked = row_count;
    return blanked;
end $$;
revoke all on function sanad_blank_mentions(uuid[]) from public;
grant execute on function sanad_blank_mentions(uuid[]) to sanad_app;
