-- The tables of a fresh site, as its migrations make them. Written by `make baseline`: do not edit.
CREATE SCHEMA searching;

ALTER SCHEMA searching OWNER TO sanad_search;

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;

CREATE FUNCTION public.ledger_forget(forgotten uuid, new_salt bytea) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    update ledger_deed set object_id = '', detail = '{}', salt = new_salt where id = forgotten returning true;
$$;

CREATE FUNCTION public.ledger_keep_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    left_out text[] := string_to_array(tg_argv[2], ' ');
    was jsonb := to_jsonb(old) - left_out;
    is_now jsonb;
begin
    if tg_op = 'UPDATE' then
        is_now := to_jsonb(new) - left_out;
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, is_now -> o.key) into was, is_now
            from jsonb_each(was) o where o.value is distinct from is_now -> o.key;
        if was is null then
            return null;
        end if;
    end if;
    insert into ledger_change (at, kind, "row", deed, who, operator, why, custodian, before, after) values (
        clock_timestamp(), tg_table_name, to_jsonb(old) ->> tg_argv[0],
        case tg_op when 'UPDATE' then 'changed' else 'removed' end,
        nullif(current_setting('sanad.who', true), '')::int,
        coalesce(current_setting('sanad.operator', true), ''),
        coalesce(current_setting('sanad.why', true), ''),
        (to_jsonb(old) ->> tg_argv[1])::int, was, is_now
    );
    return null;
end $$;

CREATE FUNCTION public.ledger_number(everything boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    size bigint;
    made bigint;
begin
    perform pg_advisory_xact_lock(7298301);
    if everything then
        insert into ledger_waiting (deed)
            select d.id from ledger_deed d where not exists (select from ledger_leaf l where l.deed = d.id)
            on conflict do nothing;
    end if;
    select coalesce(max(position) + 1, 0) into size from ledger_leaf;
    with waited as (delete from ledger_waiting returning deed),
    ordered as (
        select d.id, d.commitment, row_number() over (order by d.action <> 'clock.set_back', d.id) - 1 as n
        from waited join ledger_deed d on d.id = waited.deed
        where not exists (select from ledger_leaf l where l.deed = d.id)
    )
    insert into ledger_leaf (position, deed, hash)
        select size + n, id, sha256('\x00'::bytea || commitment) from ordered;
    get diagnostics made = row_count;
    return made;
end $$;

CREATE FUNCTION public.ledger_wait() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    insert into ledger_waiting (deed) values (new.id);
    return null;
end $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.sanad_batch_is_closed(one uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    return exists (
        select 1 from violations_report r join violations_alleged x on x.report_id = r.id
        where r.batch_id = one and x.institution_id = any (sanad_conflicts())
    ) or exists (
        select 1 from violations_revision v join violations_alleged x on x.report_id = v.report_id
        where v.batch_id = one and x.institution_id = any (sanad_conflicts())
    );
end $$;

CREATE FUNCTION public.sanad_blank_mentions(roots uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.sanad_blank_participants(lines uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    said text[] := '{name,affiliation,designation,institution_id,needs,withdrawn_why}';
    blanked int;
begin
    update ledger_change c set before = c.before - said, after = c.after - said
        from gatherings_participant p
        where c.kind = 'gatherings_participant' and c."row" = p.id::text and p.id = any (lines)
            and p.erased_at is not null;
    get diagnostics blanked = row_count;
    return blanked;
end $$;

CREATE FUNCTION public.sanad_closed_by_a_revision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if not exists (
        select 1 from violations_revision where report_id = new.report_id and number = new.until
    ) then
        raise exception 'row % of % is closed by no revision', new.id, tg_table_name
            using errcode = 'foreign_key_violation', constraint = 'closed_by_a_revision', table = tg_table_name;
    end if;
    return null;
end $$;

CREATE FUNCTION public.sanad_conflicts() RETURNS integer[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select coalesce(nullif(current_setting('sanad.conflicts', true), ''), '{}')::int[] $$;

CREATE FUNCTION public.sanad_danger_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    update violations_danger set custodian_id = new.custodian_id where report_id = new.id;
    return null;
end $$;

CREATE FUNCTION public.sanad_document_is_closed(one uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$ begin return not exists (select 1 from public.violations_report r where r.document_id = one); end $$;

CREATE FUNCTION public.sanad_event_is_closed(one uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$ begin return exists (select 1 from public.violations_alleged x where x.event_id = one and x.institution_id = any (sanad_conflicts())); end $$;

CREATE FUNCTION public.sanad_follows_its_root() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $_$
declare
    known boolean;
begin
    execute format(
        'select exists (select 1 from %I where id = $1 and root = $1 and report_id = $2)', tg_table_name
    ) into known using new.root, new.report_id;
    if not known then
        raise exception 'row % of % has a root of another report', new.id, tg_table_name
            using errcode = 'foreign_key_violation', constraint = 'follows_its_root', table = tg_table_name;
    end if;
    return null;
end $_$;

CREATE FUNCTION public.sanad_forget_holders(links uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    forgotten int;
begin
    update accounts_link set to_name = '', revoked_at = coalesce(revoked_at, clock_timestamp())
        where id = any (links) and custodian_id = any (sanad_scope()) and not open_to_many;
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;

CREATE FUNCTION public.sanad_granted() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select coalesce(nullif(current_setting('sanad.granted', true), ''), '{}')::uuid[] $$;

CREATE FUNCTION public.sanad_granted_documents() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select case when sanad_granted() = '{}' then '{}' else array(select document_id from violations_report where id = any (sanad_granted())) end $$;

CREATE FUNCTION public.sanad_granted_events() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select case when sanad_granted() = '{}' then '{}' else array(select event_id from violations_account where report_id = any (sanad_granted())) end $$;

CREATE FUNCTION public.sanad_granted_persons() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select case when sanad_granted() = '{}' then '{}' else array(select person_id from violations_identity where report_id = any (sanad_granted())) end $$;

CREATE FUNCTION public.sanad_import_is_closed(batch uuid, maker integer) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return case when batch is null then maker::text is distinct from nullif(current_setting('sanad.who', true), '')
        else sanad_batch_is_closed(batch) end;
end $$;

CREATE FUNCTION public.sanad_judgement_is_closed(one uuid, two uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$ begin return not exists (select 1 from public.violations_report r where r.id in (one, two)) and not exists (select 1 from public.violations_mention m where m.id in (one, two)) and not exists (select 1 from public.violations_act a where a.id = one) and not exists (select 1 from public.violations_involvement i where i.id = one); end $$;

CREATE FUNCTION public.sanad_judges_what_is_there() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    before text := coalesce(current_setting('sanad.scope', true), '');
    there boolean;
    second boolean := true;
begin
    perform set_config('sanad.scope', new.custodians::text, true);
    there := (new.report_id is null or exists (select 1 from violations_report where id = new.report_id))
        and (new.other_report_id is null or exists (select 1 from violations_report where id = new.other_report_id))
        and (new.mention is null or exists (select 1 from violations_mention where id = new.mention and root = id))
        and (new.other_mention is null
            or exists (select 1 from violations_mention where id = new.other_mention and root = id))
        and (new.act is null or exists (select 1 from violations_act where id = new.act and root = id))
        and (new.involvement is null
            or exists (select 1 from violations_involvement where id = new.involvement and root = id))
        and (new.undoes_id is null
            or exists (select 1 from violations_judgement where id = new.undoes_id and kind <> 'undone'))
        and (new.confirms_id is null
            or exists (select 1 from violations_judgement where id = new.confirms_id and needs_second));
    if there and new.confirms_id is not null then
        second := exists (
            select 1 from violations_judgement where id = new.confirms_id and made_by is distinct from new.made_by
        );
    end if;
    perform set_config('sanad.scope', before, true);
    if not there then
        raise exception 'judgement % names a row that is not there', new.id
            using errcode = 'foreign_key_violation', constraint = 'judges_what_is_there', table = tg_table_name;
    end if;
    if not second then
        raise exception 'judgement % confirms what the same person judged', new.id
            using errcode = 'check_violation', constraint = 'confirmed_by_another', table = tg_table_name;
    end if;
    return null;
end $$;

CREATE FUNCTION public.sanad_move_report(moved uuid, taker integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
declare
    giver int;
    paper uuid;
    said text;
    judged uuid[];
begin
    select custodian_id, document_id into giver, paper from violations_report
        where id = moved and custodian_id = any (sanad_scope()) and taker = any (sanad_scope()) for update;
    if not found or giver = taker then
        raise exception 'no report % to be moved to %', moved, taker using errcode = 'insufficient_privilege';
    end if;
    -- A list has one document for many reports: this one gets a copy, and leaves the batch, which others may undo.
    if exists (select 1 from violations_report where document_id = paper and id <> moved) then
        insert into violations_document (id, custodian_id, batch_id, kind_id, institution_id, title, page, dated,
                dated_first, dated_last, language_id, original, received_on)
            select moved, taker, null, kind_id, institution_id, title, page, dated, dated_first, dated_last, language_id,
                null, received_on
            from violations_document where id = paper;
        paper := moved;
    else
        update violations_document set custodian_id = taker, batch_id = null, original = null where id = paper;
    end if;
    update violations_report set custodian_id = taker, batch_id = null, document_id = paper where id = moved;
    update violations_revision set custodian_id = taker, batch_id = null where report_id = moved;
    foreach said in array array['mention', 'act', 'involvement', 'victimstatus', 'consent', 'safeguard', 'evidence',
        'intervention'] loop
        execute format('update violations_%I set custodian_id = $1 where report_id = $2', said) using taker, moved;
    end loop;
    judged := array(
        select id from violations_judgement where report_id = moved or other_report_id = moved
        union select j.id from violations_judgement j join violations_mention x on x.id in (j.mention, j.other_mention)
            where x.report_id = moved
        union select j.id from violations_judgement j join violations_act x on x.id = j.act where x.report_id = moved
        union select j.id from violations_judgement j join violations_involvement x on x.id = j.involvement
            where x.report_id = moved
    );
    -- What confirms or undoes one of these is told to the new custodian too: without it the judgement reads otherwise.
    judged := judged || array(select id from violations_judgement where confirms_id = any (judged));
    judged := judged || array(select id from violations_judgement where undoes_id = any (judged));
    update violations_judgement j set custodians = array(select distinct unnest(j.custodians || taker) order by 1)
        where j.id = any (judged);
end $_$;

CREATE FUNCTION public.sanad_person_is_closed(one uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$ begin return not exists (select 1 from public.violations_identity i where i.person_id = one); end $$;

CREATE FUNCTION public.sanad_report_is_closed(one uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$ begin return exists (select 1 from public.violations_alleged x where x.report_id = one and x.institution_id = any (sanad_conflicts())); end $$;

CREATE FUNCTION public.sanad_scope() RETURNS integer[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select coalesce(nullif(current_setting('sanad.scope', true), ''), '{}')::int[] $$;

CREATE FUNCTION public.sanad_sealed_is_closed(one uuid, kind text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    told uuid;
begin
    case kind
        when 'mention' then select report_id into told from violations_mention where id = one;
        when 'act' then select report_id into told from violations_act where id = one;
        when 'revision' then select report_id into told from violations_revision where id = one;
        when 'evidence' then select report_id into told from violations_evidence where id = one;
        else return false;
    end case;
    return exists (
        select 1 from violations_alleged x where x.report_id = told and x.institution_id = any (sanad_conflicts())
    );
end $$;

CREATE FUNCTION public.sanad_search_anew() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    delete from search_knownword;
    insert into search_waiting (report, taken, at) select id, false, clock_timestamp() from violations_report
        on conflict (report) do update set taken = false;
$$;

CREATE FUNCTION public.sanad_search_before(asked jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    select case when asked ? 'before'
        then format('(e.day, e.of) < (%L::date, %L::uuid)', asked -> 'before' ->> 0, asked -> 'before' ->> 1)
        else 'true' end
$$;

CREATE FUNCTION public.sanad_search_behind() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    select count(*)::int from (select 1 from search_waiting w join violations_report r on r.id = w.report
        where not w.taken limit 10000) few
$$;

CREATE FUNCTION public.sanad_search_follow() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    fresh uuid[];
begin
    if tg_op = 'DELETE' then
        delete from search_searchentry e using gone where e.of = gone.report_id;
        delete from search_waiting w using gone where w.report = gone.report_id;
        return null;
    end if;
    if (select count(*) from (select 1 from come limit 101) few) <= 100 then
        fresh := array(select report_id from come);
        perform sanad_search_index(fresh);
        insert into search_waiting (report, taken, at) select unnest(fresh), true, clock_timestamp()
            on conflict (report) do update set taken = true;
    else
        insert into search_waiting (report, taken, at) select report_id, false, clock_timestamp() from come
            on conflict (report) do update set taken = false;
    end if;
    return null;
end $$;

CREATE FUNCTION public.sanad_search_heed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    perform sanad_search_index(array(select distinct report_id from come where use = 'record'));
    return null;
end $$;

CREATE FUNCTION public.sanad_search_index(wanted uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    taken int;
begin
    with spelt as materialized (
        select s.report, sanad_word_number(word) as number
        from sanad_search_said(wanted) s, unnest(sanad_words(s.said)) word
        union all select report, number from sanad_search_things(wanted)
    ), words as (
        select report, array_agg(distinct number) as numbers from spelt where number is not null group by report
    )
    insert into search_searchentry as e (of, kind, event, custodian_id, day, province, district, source_kind, state,
        withdrawn, silent, made_at, acts, words)
    select r.id, 1, a.event_id, r.custodian_id, v.sorted_on, v.province_id, v.district_id, r.source_kind_id, v.state,
        a.withdrawn,
        exists (
            select 1 from (
                select distinct on (c.mention) c.answer from violations_consent c
                where c.report_id = r.id and c.use = 'record' order by c.mention, c.id desc
            ) latest where latest.answer in ('refused', 'withdrawn')
        ),
        r.made_at,
        array(select distinct x.type_id from violations_act x where x.report_id = r.id and x.until is null),
        coalesce(w.numbers, '{}') || sanad_thing_number('o', r.custodian_id)
    from violations_report r
    join violations_account a on a.report_id = r.id
    join violations_event v on v.id = a.event_id
    left join words w on w.report = r.id
    where r.id = any (wanted)
    on conflict (of) do update set event = excluded.event, custodian_id = excluded.custodian_id, day = excluded.day,
        province = excluded.province, district = excluded.district, source_kind = excluded.source_kind,
        state = excluded.state, withdrawn = excluded.withdrawn, silent = excluded.silent, acts = excluded.acts,
        words = excluded.words;
    get diagnostics taken = row_count;
    -- Papers by their title; those of a list stand for many reports and have one row.
    insert into search_searchentry (of, kind, event, custodian_id, day, province, district, source_kind, state,
        withdrawn, silent, made_at, acts, words)
    select d.id, 2, null, d.custodian_id, coalesce(d.dated_first, d.received_on), null, null, null, '', false, false,
        now(), '{}', array(
            select distinct sanad_word_number(word) from unnest(sanad_words(concat_ws(' ', d.title, d.page))) word
            where sanad_word_number(word) is not null
        ) || sanad_thing_number('o', d.custodian_id) || case when d.institution_id is null then '{}'
            else array[sanad_thing_number('i', d.institution_id)] end
    from violations_document d
    where d.id in (select document_id from violations_report where id = any (wanted)) and d.title <> ''
    on conflict (of) do update set custodian_id = excluded.custodian_id, day = excluded.day, words = excluded.words;
    return taken;
end $$;

CREATE FUNCTION public.sanad_search_learn(words text[], sounds text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    insert into search_knownword (word, sound) select * from unnest(words, sounds) on conflict do nothing
$$;

CREATE FUNCTION public.sanad_search_newest(asked jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_indexscan TO 'on'
    AS $$
declare
    found jsonb;
begin
    execute format(
        'select coalesce(jsonb_agg(jsonb_build_array(of, event, day)), ''[]'') from ('
        ' select of, event, day from ('
        '  select * from search_searchentry e where e.kind = %s and %s order by e.day desc, e.of desc limit 20000'
        ' ) e where %s limit %s) page',
        (asked ->> 'kind')::int, sanad_search_before(asked), sanad_search_where(asked), (asked ->> 'limit')::int
    ) into found;
    return found;
end $$;

CREATE FUNCTION public.sanad_search_numbers(list jsonb) RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    select coalesce(array_agg(one::int), '{}') from jsonb_array_elements_text(coalesce(list, '[]')) one
$$;

CREATE FUNCTION public.sanad_search_papers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    delete from search_searchentry e using gone where e.of = gone.id;
    return null;
end $$;

CREATE FUNCTION public.sanad_search_said(wanted uuid[]) RETURNS TABLE(report uuid, said text)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    select r.id, concat_ws(' ', v.summary, v.fir_number, v.sections, d.title,
        (select string_agg(a.place_said, ' ') from violations_act a where a.report_id = r.id and a.until is null),
        (select string_agg(m.described || ' ' || m.occupation, ' ') from violations_mention m
            where m.report_id = r.id and m.until is null))
    from violations_report r
    join violations_revision v on v.report_id = r.id and v.until is null
    join violations_document d on d.id = r.document_id
    where r.id = any (wanted)
$$;

CREATE FUNCTION public.sanad_search_tend(most integer) RETURNS TABLE(done integer, fresh text[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    turn uuid[];
begin
    turn := array(select report from search_waiting order by at limit most for update skip locked);
    perform sanad_search_index(array(select report from search_waiting where report = any (turn) and not taken));
    fresh := array(
        select distinct one.word from sanad_search_said(turn) s, unnest(sanad_words(s.said)) one(word)
        where not exists (select 1 from search_knownword k where k.word = one.word)
    );
    delete from search_waiting w where w.report = any (turn)
        and exists (select 1 from search_searchentry e where e.of = w.report);
    get diagnostics done = row_count;
    return next;
end $$;

CREATE FUNCTION public.sanad_search_things(wanted uuid[]) RETURNS TABLE(report uuid, number integer)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    with recursive acts as materialized (
        select report_id, id, root, type_id, means_id, stated_reason_id, kind_of_place_id, place_id
        from violations_act where report_id = any (wanted) and until is null
    ), involved as materialized (
        select report_id, type_id, institution_id from violations_involvement
        where report_id = any (wanted) and until is null
    ), mentioned as materialized (
        select report_id, institution_id, characteristics from violations_mention
        where report_id = any (wanted) and until is null
    ), code(report, id) as (
        select report_id, type_id from acts
        union select report_id, means_id from acts
        union select report_id, stated_reason_id from acts
        union select report_id, kind_of_place_id from acts
        union select report_id, type_id from involved
        union select report_id, unnest(characteristics) from mentioned
        union select report_id, status_id from violations_victimstatus
            where report_id = any (wanted) and until is null
        union select id, source_kind_id from violations_report where id = any (wanted)
    ), codes(report, id) as (
        select report, id from code where id is not null
        union
        select c.report, above.parent_id from codes c join codes_code above on above.id = c.id
        where above.parent_id is not null
    ), places(report, id) as (
        select report_id, place_id from acts where place_id is not null
        union
        select p.report, above.parent_id from places p join places_place above on above.id = p.id
        where above.parent_id is not null
    ), bodies(report, id) as (
        select report_id, institution_id from involved
        union select report_id, institution_id from mentioned
        union select id, source_institution_id from violations_report where id = any (wanted)
        union select report_id, police_station_id from violations_revision
            where report_id = any (wanted) and until is null
    )
    select report, sanad_thing_number('c', id) from codes
    union all select report, sanad_thing_number('p', id) from places
    union all select report, sanad_thing_number('i', id) from bodies where id is not null
$$;

CREATE FUNCTION public.sanad_search_where(asked jsonb) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    said text := format('e.kind = %s', (asked ->> 'kind')::int);
    sides text[];
    one jsonb;
    mine text := format('e.custodian_id = any (%L::int[])', sanad_scope());
begin
    for one in select value from jsonb_array_elements(asked -> 'groups') loop
        sides := '{}';
        if one ? 'any' then
            sides := sides || format('e.words && %L::int[]', sanad_search_numbers(one -> 'any'));
        end if;
        if one ? 'all' then
            sides := sides || format('e.words @> %L::int[]', sanad_search_numbers(one -> 'all'));
        end if;
        said := said || format(' and (%s)', array_to_string(sides, ' or '));
    end loop;
    if sanad_granted() <> '{}' then
        mine := format('(%s or e.of = any (%L::uuid[]))', mine, sanad_granted());
    elsif cardinality(sanad_scope()) <= 12 and not coalesce((asked ->> 'everywhere')::boolean, false) then
        said := said || format(' and e.words && %L::int[]',
            array(select sanad_thing_number('o', office) from unnest(sanad_scope()) office));
    end if;
    said := said || ' and ' || mine || format(' and (not e.silent or e.custodian_id = any (%L::int[]))',
        sanad_search_numbers(asked -> 'keeps'));
    if sanad_conflicts() <> '{}' then
        said := said || format(' and not exists (select 1 from violations_alleged x where x.report_id = e.of'
            ' and x.institution_id = any (%L::int[]))', sanad_conflicts());
    end if;
    if asked ? 'first' then said := said || format(' and e.day >= %L::date', asked ->> 'first'); end if;
    if asked ? 'last' then said := said || format(' and e.day <= %L::date', asked ->> 'last'); end if;
    if asked ? 'province' then said := said || format(' and e.province = %s', (asked ->> 'province')::int); end if;
    if asked ? 'district' then said := said || format(' and e.district = %s', (asked ->> 'district')::int); end if;
    if asked ? 'acts' then
        said := said || format(' and e.acts && %L::int[]', sanad_search_numbers(asked -> 'acts'));
    end if;
    if asked ? 'states' then
        said := said || format(' and e.state = any (%L::text[])',
            array(select jsonb_array_elements_text(asked -> 'states')));
    end if;
    if asked ? 'source_kinds' then
        said := said || format(' and e.source_kind = any (%L::int[])', sanad_search_numbers(asked -> 'source_kinds'));
    end if;
    if asked ? 'offices' then
        said := said || format(' and e.custodian_id = any (%L::int[])', sanad_search_numbers(asked -> 'offices'));
    end if;
    if asked ? 'since' then
        said := said || format(' and e.made_at > %L::timestamptz', asked ->> 'since');
    end if;
    return said || format(' and e.withdrawn = %L::boolean', coalesce(asked ->> 'withdrawn', 'false'));
end $$;

CREATE FUNCTION public.sanad_stays_closed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    raise exception 'row % of % is closed already', old.id, tg_table_name
        using errcode = 'insufficient_privilege', constraint = 'stays_closed', table = tg_table_name;
end $$;

CREATE FUNCTION public.sanad_thing_number(kind text, id integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select hashtext(kind || ':' || id::text) $$;

CREATE FUNCTION public.sanad_undo_batch(gone uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
declare
    said text;
    key text;
    own constant text := 'x.report_id in (select id from violations_report where batch_id = $1)';
    -- Earlier reports that the batch corrected, with the number of its revision.
    mine constant text := '(select report_id, number from violations_revision where batch_id = $1 and number > 1)';
begin
    perform 1 from violations_batch
        where id = gone and undone_at is null and custodian_id = any (sanad_scope()) for update;
    if not found then
        raise exception 'no batch % of an office in the scope', gone using errcode = 'insufficient_privilege';
    end if;

    -- Judgements that came with it, and those on what leaves; then undoings of judgements that are gone.
    delete from violations_judgement where batch_id = gone;
    foreach key in array array['report_id', 'other_report_id'] loop
        execute format(
            'delete from violations_judgement j using violations_report r where r.batch_id = $1 and j.%I = r.id', key
        ) using gone;
    end loop;
    for said, key in values
        ('mention', 'mention'), ('mention', 'other_mention'), ('act', 'act'), ('involvement', 'involvement')
    loop
        execute format(
            'delete from violations_judgement j using violations_%s x where j.%I = x.id and x.id = x.root and ' || own,
            said, key
        ) using gone;
        execute format(
            'delete from violations_judgement j using violations_%s x, ' || mine || ' v where j.%I = x.id'
            ' and x.id = x.root and x.report_id = v.report_id and x.since = v.number', said, key
        ) using gone;
    end loop;
    delete from violations_judgement j where j.kind = 'confirmed'
        and not exists (select 1 from violations_judgement k where k.id = j.confirms_id);
    delete from violations_judgement j where j.kind = 'undone'
        and not exists (select 1 from violations_judgement k where k.id = j.undoes_id);

    -- Sealed values of what leaves; those of the wording that stands again were never touched.
    foreach said in array array['mention', 'act'] loop
        execute format(
            'delete from vault_sealed s using violations_%1$s x where s.row_id = x.id and s.of = %1$L and ' || own, said
        ) using gone;
        execute format(
            'delete from vault_sealed s using violations_%1$s x, ' || mine || ' v where s.row_id = x.id'
            ' and s.of = %1$L and x.report_id = v.report_id and x.since = v.number', said
        ) using gone;
    end loop;
    delete from vault_sealed s using violations_revision x where s.row_id = x.id and s.of = 'revision'
        and (x.batch_id = gone or x.report_id in (select id from violations_report where batch_id = gone));

    -- The rows: its own leave, what its corrections added leaves, what these closed is open again.
    foreach said in array array['involvement', 'victimstatus', 'act', 'mention'] loop
        execute format('delete from violations_%s x where ' || own, said) using gone;
        execute format(
            'delete from violations_%s x using ' || mine || ' v where x.report_id = v.report_id and x.since = v.number',
            said
        ) using gone;
        execute format(
            'update violations_%s x set until = null from ' || mine || ' v'
            ' where x.report_id = v.report_id and x.until = v.number', said
        ) using gone;
    end loop;
    delete from violations_revision x using violations_report r where r.batch_id = gone and x.report_id = r.id;
    with taken_back as (
        delete from violations_revision where batch_id = gone and number > 1 returning report_id, number
    )
    update violations_revision x set until = null from taken_back v
        where x.report_id = v.report_id and x.until = v.number;
    delete from violations_report where batch_id = gone;
    delete from violations_document where batch_id = gone;
end $_$;

CREATE FUNCTION public.sanad_word_number(word text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
    select case when word ~ '^[a-z]+$'
        then (select hashtext('w' || stem[1]) from pg_catalog.ts_lexize('pg_catalog.english_stem', word) stem)
        else hashtext('w' || word) end
$_$;

CREATE FUNCTION public.sanad_word_numbers(words text[]) RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    select array(select sanad_word_number(word) from unnest(words) with ordinality one(word, at) order by at)
$$;

CREATE FUNCTION public.sanad_words(said text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    select array(
        select distinct left(word, 24)
        from regexp_split_to_table(
            case when octet_length(said) = length(said) then lower(said) else translate(
                regexp_replace(
                    lower(normalize(said, NFKD)),
                    '[\u00ad\u0300-\u036f\u0610-\u061c\u0621\u0640\u064b-\u065f\u0670\u0674\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]',
                    '', 'g'
                ),
                'يىېۍكڪهھەةۃٱٲٳ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
                'ییییککہہہہہااا01234567890123456789'
            ) end,
            '[^0-9a-z\u00df-\u024f\u0620-\u06d3\u06ee-\u06ff\u0750-\u077f\u08a0-\u08d2\u0900-\u0dff]+'
        ) word
        where length(word) > 1 or word between '0' and '9'
    )
$$;

CREATE FUNCTION public.vault_refuse_retired_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
    perform from vault_custodiankey where id = new.key_id and retired_at is null for key share;
    if not found then
        raise exception 'this key is retired' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

CREATE FUNCTION searching.alike(sounds text[]) RETURNS TABLE(sound text, word text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    select s.sound, k.word from unnest(sounds) s(sound)
    cross join lateral (select word from search_knownword w where w.sound = s.sound limit 500) k
$$;

ALTER FUNCTION searching.alike(sounds text[]) OWNER TO sanad_search;

CREATE FUNCTION searching.found(asked jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET enable_indexscan TO 'off'
    SET jit TO 'off'
    AS $_$
declare
    most constant int := (asked ->> 'most')::int;
    page constant int := (asked ->> 'limit')::int;
    fitting constant text := sanad_search_where(asked);
    facets constant text := $facets$
        , 'facets', case when (select n from total) > %1$s then null else (
            select jsonb_object_agg(facet, counts) from (
                select facet, jsonb_object_agg(coalesce(value, '0'), n) as counts from (
                    select case grouping(province, district, year, state, source_kind, custodian_id)
                            when 31 then 'province' when 47 then 'district' when 55 then 'year' when 59 then 'state'
                            when 61 then 'source_kind' else 'office' end as facet,
                        coalesce(province::text, district::text, year::text, state, source_kind::text,
                            custodian_id::text) as value, count(*) as n
                    from found group by grouping sets
                        ((province), (district), (year), (state), (source_kind), (custodian_id))
                    union all select 'act', act::text, count(*) from found, unnest(acts) act group by act
                ) one group by facet
            ) every
        ) end
    $facets$;
    found jsonb;
    newest jsonb;
begin
    execute format(
        $asked$
            with found as materialized (
                select e.of, e.event, e.day, extract(year from e.day)::int as year, e.province, e.district,
                    e.source_kind, e.state, e.custodian_id, e.acts
                from search_searchentry e where %1$s limit %2$s + 1
            ), total as materialized (
                select count(*) as n from found
            ) select jsonb_build_object(
                'total', (select n from total),
                'events', case when (select n from total) > %2$s then 0
                    else (select count(distinct event) from found) end,
                'rows', (
                    select coalesce(jsonb_agg(jsonb_build_array(e.of, e.event, e.day)), '[]') from (
                        select * from found e where %3$s order by e.day desc, e.of desc limit %4$s
                    ) e
                )
                %5$s
            )
        $asked$,
        fitting, most, sanad_search_before(asked), page,
        case when (asked ->> 'facets')::boolean then format(facets, most) else '' end
    ) into found;
    if (found ->> 'total')::int > most then
        newest := sanad_search_newest(asked);
        found := found || jsonb_build_object('total', most, 'more', true);
        if jsonb_array_length(newest) = page then
            found := found || jsonb_build_object('rows', newest);
        end if;
    end if;
    return found;
end $_$;

ALTER FUNCTION searching.found(asked jsonb) OWNER TO sanad_search;

CREATE TABLE public.accounts_approval (
    id uuid NOT NULL,
    kind character varying(16) NOT NULL,
    about character varying(64) NOT NULL,
    why character varying(500) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    refused_at timestamp with time zone,
    holds_until timestamp with time zone,
    reviewed_at timestamp with time zone,
    remark character varying(500) NOT NULL,
    approved_by_id integer,
    asked_by_id integer NOT NULL,
    custodian_id integer,
    office_id integer NOT NULL,
    refused_by_id integer,
    reviewed_by_id integer,
    CONSTRAINT approval_by_two CHECK (((approved_by_id IS NULL) OR (NOT ((approved_by_id = asked_by_id) AND (approved_by_id IS NOT NULL))))),
    CONSTRAINT approval_decided_once CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL) AND (holds_until IS NULL)) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL) AND (holds_until IS NOT NULL) AND (refused_at IS NULL)))),
    CONSTRAINT approval_kind_known CHECK (((kind)::text = ANY ((ARRAY['break_glass'::character varying, 'transfer'::character varying, 'factor_reset'::character varying, 'erasure'::character varying])::text[]))),
    CONSTRAINT approval_reviewed_by_another CHECK ((((reviewed_at IS NULL) AND (reviewed_by_id IS NULL)) OR ((approved_at IS NOT NULL) AND (reviewed_at IS NOT NULL) AND (NOT ((remark)::text = ''::text)) AND (NOT ((reviewed_by_id = asked_by_id) AND (reviewed_by_id IS NOT NULL)))))),
    CONSTRAINT approval_says_why CHECK ((NOT ((why)::text = ''::text)))
);

ALTER TABLE ONLY public.accounts_approval FORCE ROW LEVEL SECURITY;

CREATE TABLE public.accounts_grant (
    approval_id uuid NOT NULL,
    report uuid NOT NULL,
    until timestamp with time zone NOT NULL,
    user_id integer NOT NULL
);

CREATE TABLE public.accounts_keptedit (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    record character varying(80) NOT NULL,
    address character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    sealed boolean NOT NULL,
    base jsonb,
    typed jsonb,
    custodian_id integer NOT NULL,
    user_id integer NOT NULL,
    CONSTRAINT a_sealed_edit_is_nowhere_in_clear CHECK ((((base = 'null'::jsonb) AND sealed AND (typed = 'null'::jsonb)) OR ((base IS NOT NULL) AND (NOT sealed))))
);

ALTER TABLE ONLY public.accounts_keptedit FORCE ROW LEVEL SECURITY;

CREATE TABLE public.accounts_link (
    id uuid NOT NULL,
    purpose character varying(32) NOT NULL,
    of uuid NOT NULL,
    to_name character varying(120) NOT NULL,
    language character varying(2) NOT NULL,
    open_to_many boolean NOT NULL,
    token_hash character varying(64) NOT NULL,
    browser_hash character varying(64) NOT NULL,
    taken_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    custodian_id integer NOT NULL,
    made_by_id integer,
    revoked_by_id integer,
    CONSTRAINT link_period CHECK ((expires_at > made_at)),
    CONSTRAINT link_purpose_shape CHECK (((purpose)::text ~ '^[a-z]+(\.[a-z_]+)?$'::text)),
    CONSTRAINT link_taken_once CHECK (((((browser_hash)::text = ''::text) AND (taken_at IS NULL)) OR ((NOT ((browser_hash)::text = ''::text)) AND (NOT open_to_many) AND (taken_at IS NOT NULL))))
);

ALTER TABLE ONLY public.accounts_link FORCE ROW LEVEL SECURITY;

CREATE TABLE public.accounts_notice (
    id uuid NOT NULL,
    kind character varying(24) NOT NULL,
    about character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone,
    office_id integer NOT NULL,
    seen_by_id integer,
    CONSTRAINT notice_kind_known CHECK (((kind)::text = ANY ((ARRAY['glass_broken'::character varying, 'over_budget'::character varying, 'custody_moved'::character varying, 'factor_reset'::character varying, 'danger'::character varying, 'reports_due'::character varying])::text[]))),
    CONSTRAINT notice_seen_by_somebody CHECK (((seen_at IS NULL) OR (seen_by_id IS NOT NULL)))
);

ALTER TABLE ONLY public.accounts_notice FORCE ROW LEVEL SECURITY;

CREATE TABLE public.accounts_office (
    id integer NOT NULL,
    slug character varying(40) NOT NULL,
    name_en character varying(200) NOT NULL,
    name_ur character varying(200) NOT NULL,
    kind character varying(16) NOT NULL,
    reference_prefix character varying(4) NOT NULL,
    since date NOT NULL,
    until date,
    parent_id integer,
    place_id integer,
    institution_id integer,
    CONSTRAINT office_kind_known CHECK (((kind)::text = ANY ((ARRAY['ministry'::character varying, 'directorate'::character varying, 'district_office'::character varying, 'cso'::character varying, 'commission'::character varying, 'site'::character varying])::text[]))),
    CONSTRAINT office_not_below_itself CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT office_period CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT office_prefix_shape CHECK (((reference_prefix)::text ~ '^[A-Z]{2,4}$'::text)),
    CONSTRAINT office_slug_shape CHECK (((slug)::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

ALTER TABLE public.accounts_office ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_office_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_posting (
    id integer NOT NULL,
    role character varying(16) NOT NULL,
    since date NOT NULL,
    until date,
    office_id integer NOT NULL,
    user_id integer NOT NULL,
    CONSTRAINT posting_period CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT posting_role_known CHECK (((role)::text = ANY ((ARRAY['recorder'::character varying, 'reviewer'::character varying, 'head'::character varying, 'analyst'::character varying, 'cso'::character varying, 'administrator'::character varying])::text[])))
);

ALTER TABLE public.accounts_posting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_posting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_sharingrule (
    id integer NOT NULL,
    gives character varying(8) NOT NULL,
    since date NOT NULL,
    until date,
    why character varying(500) NOT NULL,
    by_id integer,
    giver_id integer NOT NULL,
    receiver_id integer NOT NULL,
    CONSTRAINT sharing_gives_known CHECK (((gives)::text = ANY ((ARRAY['counts'::character varying, 'records'::character varying, 'sealed'::character varying])::text[]))),
    CONSTRAINT sharing_period CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT sharing_says_why CHECK ((NOT ((why)::text = ''::text))),
    CONSTRAINT sharing_with_another CHECK ((NOT (giver_id = receiver_id)))
);

ALTER TABLE public.accounts_sharingrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_sharingrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_tie (
    id integer NOT NULL,
    why character varying(300) NOT NULL,
    since date NOT NULL,
    until date,
    by_id integer,
    institution_id integer NOT NULL,
    user_id integer NOT NULL,
    CONSTRAINT tie_period CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tie_says_why CHECK ((NOT ((why)::text = ''::text)))
);

ALTER TABLE public.accounts_tie ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_tie_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_user (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    id integer NOT NULL,
    username character varying(32) NOT NULL,
    full_name character varying(120) NOT NULL,
    language character varying(2) NOT NULL,
    is_active boolean NOT NULL,
    must_change_password boolean NOT NULL,
    one_time_expires timestamp with time zone,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    created_by_id integer,
    digits character varying(5) NOT NULL,
    dates character varying(7) NOT NULL,
    CONSTRAINT user_one_time_is_changed CHECK (((one_time_expires IS NULL) OR must_change_password)),
    CONSTRAINT user_username_shape CHECK (((username)::text ~ '^[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]$'::text))
);

ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_usersession (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    device character varying(60) NOT NULL,
    began_at timestamp with time zone,
    seen_at timestamp with time zone,
    user_id integer
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.codes_code (
    id smallint NOT NULL,
    slug character varying(60) NOT NULL,
    name_en character varying(120) NOT NULL,
    name_ur character varying(120) NOT NULL,
    definition_en character varying(400) NOT NULL,
    huridocs character varying(16) NOT NULL,
    iccs character varying(6) NOT NULL,
    since date,
    until date,
    heading boolean NOT NULL,
    rank smallint,
    also character varying(120)[] NOT NULL,
    "position" smallint NOT NULL,
    parent_id smallint,
    vocabulary_id smallint NOT NULL,
    CONSTRAINT code_ends_after_it_begins CHECK (((since IS NULL) OR (until IS NULL) OR (until >= since))),
    CONSTRAINT code_named_twice CHECK (((NOT ((name_en)::text = ''::text)) AND (NOT ((name_ur)::text = ''::text)))),
    CONSTRAINT code_not_its_own_parent CHECK (((parent_id IS NULL) OR (NOT ((parent_id = id) AND (parent_id IS NOT NULL))))),
    CONSTRAINT code_slug_shape CHECK (((slug)::text ~ '^[a-z][a-z0-9_]*$'::text))
);

CREATE TABLE public.codes_loaded (
    id smallint NOT NULL,
    version character varying(16) NOT NULL,
    at timestamp with time zone NOT NULL,
    codes smallint NOT NULL
);

ALTER TABLE public.codes_loaded ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.codes_loaded_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.codes_vocabulary (
    id smallint NOT NULL,
    slug character varying(40) NOT NULL,
    name_en character varying(100) NOT NULL,
    name_ur character varying(100) NOT NULL,
    version character varying(20) NOT NULL,
    CONSTRAINT vocabulary_named_twice CHECK (((NOT ((name_en)::text = ''::text)) AND (NOT ((name_ur)::text = ''::text)))),
    CONSTRAINT vocabulary_slug_shape CHECK (((slug)::text ~ '^[a-z][a-z0-9_]*$'::text))
);

CREATE TABLE public.commitments_action (
    id uuid NOT NULL,
    label character varying(20) NOT NULL,
    title character varying(400) NOT NULL,
    title_ur character varying(400) NOT NULL,
    outcome character varying(400) NOT NULL,
    themes integer[] NOT NULL,
    groups integer[] NOT NULL,
    responsibility character varying(12) NOT NULL,
    provinces integer[] NOT NULL,
    support integer[] NOT NULL,
    starts date,
    ends date,
    timeline character varying(120) NOT NULL,
    every smallint NOT NULL,
    budget numeric(16,2),
    budget_source character varying(200) NOT NULL,
    audience character varying(200) NOT NULL,
    output character varying(300) NOT NULL,
    dropped_on date,
    why_dropped character varying(400) NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    custodian_id integer NOT NULL,
    kind_id smallint NOT NULL,
    lead_id integer,
    CONSTRAINT action_budget_not_negative CHECK (((budget IS NULL) OR (budget >= (0)::numeric))),
    CONSTRAINT action_dropped_with_reason CHECK (((dropped_on IS NULL) OR (NOT ((why_dropped)::text = ''::text)))),
    CONSTRAINT action_ends_after_it_starts CHECK (((starts IS NULL) OR (ends IS NULL) OR (ends >= starts))),
    CONSTRAINT action_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT action_reported_every CHECK ((every = ANY (ARRAY[1, 3, 6, 12]))),
    CONSTRAINT action_responsibility_known CHECK (((responsibility)::text = ANY ((ARRAY[''::character varying, 'federal'::character varying, 'provincial'::character varying, 'both'::character varying])::text[])))
);

ALTER TABLE ONLY public.commitments_action FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_answer (
    id uuid NOT NULL,
    clause uuid,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    action_id uuid NOT NULL,
    custodian_id integer NOT NULL,
    wider_id uuid,
    recommendation_id uuid,
    CONSTRAINT answer_not_to_itself CHECK (((wider_id IS NULL) OR (NOT ((wider_id = action_id) AND (wider_id IS NOT NULL))))),
    CONSTRAINT answer_to_one_thing CHECK ((((clause IS NULL) AND (recommendation_id IS NOT NULL) AND (wider_id IS NULL)) OR ((clause IS NOT NULL) AND (recommendation_id IS NULL) AND (wider_id IS NULL)) OR ((clause IS NULL) AND (recommendation_id IS NULL) AND (wider_id IS NOT NULL))))
);

ALTER TABLE ONLY public.commitments_answer FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_bottleneck (
    id uuid NOT NULL,
    said character varying(500) NOT NULL,
    since date NOT NULL,
    solved_on date,
    solved_how character varying(400) NOT NULL,
    made_by integer,
    action_id uuid NOT NULL,
    custodian_id integer NOT NULL,
    kind_id smallint NOT NULL,
    CONSTRAINT bottleneck_solved_later CHECK (((solved_on IS NULL) OR (solved_on >= since))),
    CONSTRAINT bottleneck_solved_somehow CHECK (((solved_on IS NULL) OR (NOT ((solved_how)::text = ''::text))))
);

ALTER TABLE ONLY public.commitments_bottleneck FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_cluster (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    custodian_id integer NOT NULL,
    CONSTRAINT cluster_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE ONLY public.commitments_cluster FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_decision (
    id uuid NOT NULL,
    met_on date NOT NULL,
    meeting character varying(200) NOT NULL,
    said text NOT NULL,
    due date,
    done_on date,
    outcome character varying(400) NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    action_id uuid,
    custodian_id integer NOT NULL,
    lead_id integer,
    CONSTRAINT decision_due_later CHECK (((due IS NULL) OR (due >= met_on))),
    CONSTRAINT decision_says_something CHECK (((NOT (said = ''::text)) AND (NOT ((meeting)::text = ''::text))))
);

ALTER TABLE ONLY public.commitments_decision FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_evidence (
    id uuid NOT NULL,
    title character varying(300) NOT NULL,
    found_at character varying(300) NOT NULL,
    dated character varying(40) NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    action_id uuid NOT NULL,
    custodian_id integer NOT NULL,
    focal_point_id uuid,
    link_id uuid,
    media_type character varying(100) NOT NULL,
    progress_id uuid,
    sha256_sealed character varying(64) NOT NULL,
    size bigint,
    CONSTRAINT evidence_by_link_of_a_report CHECK (((link_id IS NULL) OR (progress_id IS NOT NULL))),
    CONSTRAINT evidence_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT evidence_is_a_file_or_none CHECK (((((media_type)::text = ''::text) AND ((sha256_sealed)::text = ''::text) AND (size IS NULL)) OR ((size >= 0) AND (NOT ((sha256_sealed)::text = ''::text)) AND (NOT ((media_type)::text = ''::text)))))
);

ALTER TABLE ONLY public.commitments_evidence FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_focalpoint (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    designation character varying(120) NOT NULL,
    language character varying(2) NOT NULL,
    ended_on date,
    made_at timestamp with time zone NOT NULL,
    custodian_id integer NOT NULL,
    institution_id integer NOT NULL,
    CONSTRAINT focal_point_named CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE ONLY public.commitments_focalpoint FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_indicator (
    id uuid NOT NULL,
    label character varying(20) NOT NULL,
    name character varying(300) NOT NULL,
    name_ur character varying(300) NOT NULL,
    kind character varying(10) NOT NULL,
    definition text NOT NULL,
    unit character varying(60) NOT NULL,
    upwards boolean NOT NULL,
    baseline numeric(16,4),
    baseline_year smallint,
    no_baseline_why character varying(300) NOT NULL,
    disaggregation character varying(300) NOT NULL,
    source character varying(300) NOT NULL,
    live character varying(5) NOT NULL,
    "table" uuid,
    table_version smallint,
    part character varying(200)[] NOT NULL,
    themes integer[] NOT NULL,
    ended_on date,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    action_id uuid,
    custodian_id integer NOT NULL,
    CONSTRAINT indicator_baseline_has_year CHECK ((((baseline IS NULL) AND (baseline_year IS NULL)) OR ((baseline IS NOT NULL) AND (baseline_year IS NOT NULL)))),
    CONSTRAINT indicator_defined CHECK (((NOT ((name)::text = ''::text)) AND (NOT (definition = ''::text)) AND (NOT ((unit)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT indicator_kind_known CHECK (((kind)::text = ANY ((ARRAY['structural'::character varying, 'process'::character varying, 'outcome'::character varying])::text[]))),
    CONSTRAINT indicator_live_has_table CHECK (((((live)::text = ''::text) AND ("table" IS NULL) AND (table_version IS NULL)) OR (((live)::text = ANY ((ARRAY['share'::character varying, 'count'::character varying])::text[])) AND ("table" IS NOT NULL) AND (table_version IS NOT NULL)))),
    CONSTRAINT indicator_share_rises CHECK (((NOT ((live)::text = 'share'::text)) OR (upwards AND (NOT (part = '{}'::character varying(200)[])))))
);

ALTER TABLE ONLY public.commitments_indicator FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_milestone (
    id uuid NOT NULL,
    title character varying(300) NOT NULL,
    due date NOT NULL,
    reached_on date,
    made_at timestamp with time zone NOT NULL,
    action_id uuid NOT NULL,
    custodian_id integer NOT NULL,
    CONSTRAINT milestone_has_a_title CHECK ((NOT ((title)::text = ''::text)))
);

ALTER TABLE ONLY public.commitments_milestone FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_progress (
    id uuid NOT NULL,
    period character varying(8) NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    stage character varying(12) NOT NULL,
    percent smallint,
    said text NOT NULL,
    evidence character varying(400) NOT NULL,
    spent numeric(16,2),
    language character varying(2) NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    verdict character varying(9) NOT NULL,
    validated_by integer,
    validated_at timestamp with time zone,
    remark character varying(400) NOT NULL,
    action_id uuid NOT NULL,
    custodian_id integer NOT NULL,
    focal_point_id uuid,
    link_id uuid,
    CONSTRAINT progress_by_two CHECK (((made_by IS NULL) OR (validated_by IS NULL) OR (NOT ((made_by = validated_by) AND (made_by IS NOT NULL) AND (validated_by IS NOT NULL))))),
    CONSTRAINT progress_percent CHECK (((percent IS NULL) OR ((percent >= 0) AND (percent <= 100)))),
    CONSTRAINT progress_returned_with_reason CHECK (((NOT ((verdict)::text = 'returned'::text)) OR (NOT ((remark)::text = ''::text)))),
    CONSTRAINT progress_says_something CHECK ((NOT (said = ''::text))),
    CONSTRAINT progress_stage_known CHECK (((stage)::text = ANY ((ARRAY['not_begun'::character varying, 'under_way'::character varying, 'done'::character varying])::text[]))),
    CONSTRAINT progress_verdict_known CHECK ((((validated_at IS NULL) AND ((verdict)::text = ''::text)) OR ((validated_at IS NOT NULL) AND ((verdict)::text = ANY ((ARRAY['validated'::character varying, 'returned'::character varying])::text[])))))
);

ALTER TABLE ONLY public.commitments_progress FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_reading (
    id uuid NOT NULL,
    "on" date NOT NULL,
    value numeric(16,4),
    part integer,
    whole integer,
    unstated jsonb NOT NULL,
    snapshot character varying(20) NOT NULL,
    table_version smallint,
    days_read integer,
    document character varying(300) NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    custodian_id integer NOT NULL,
    indicator_id uuid NOT NULL,
    CONSTRAINT reading_counted_or_documented CHECK ((((NOT ((snapshot)::text = ''::text)) AND (table_version IS NOT NULL) AND ((document)::text = ''::text)) OR ((part IS NULL) AND ((snapshot)::text = ''::text) AND (value IS NOT NULL) AND (whole IS NULL) AND (NOT ((document)::text = ''::text))))),
    CONSTRAINT reading_part_within_whole CHECK (((part IS NULL) OR (whole IS NULL) OR (part <= whole)))
);

ALTER TABLE ONLY public.commitments_reading FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_recommendation (
    id uuid NOT NULL,
    source character varying(60) NOT NULL,
    mechanism character varying(80) NOT NULL,
    cycle character varying(80) NOT NULL,
    document character varying(200) NOT NULL,
    asked_by character varying(200) NOT NULL,
    asked_on character varying(40) NOT NULL,
    asked_first date,
    paragraph character varying(40) NOT NULL,
    letter character varying(20) NOT NULL,
    words text NOT NULL,
    language character varying(2) NOT NULL,
    translation text NOT NULL,
    "position" character varying(12) NOT NULL,
    position_on character varying(40) NOT NULL,
    position_document character varying(200) NOT NULL,
    follow_up boolean NOT NULL,
    grade character varying(3) NOT NULL,
    themes integer[] NOT NULL,
    groups integer[] NOT NULL,
    rights integer[] NOT NULL,
    targets integer[] NOT NULL,
    responsibility character varying(12) NOT NULL,
    provinces integer[] NOT NULL,
    support integer[] NOT NULL,
    note text NOT NULL,
    imported uuid,
    about_action uuid,
    point uuid,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    cluster_id uuid,
    custodian_id integer NOT NULL,
    kind_id smallint NOT NULL,
    lead_id integer,
    CONSTRAINT recommendation_has_words CHECK (((NOT (words = ''::text)) AND (NOT ((asked_by)::text = ''::text)))),
    CONSTRAINT recommendation_position_dated CHECK (((NOT (("position")::text = ''::text)) OR (((position_document)::text = ''::text) AND ((position_on)::text = ''::text)))),
    CONSTRAINT recommendation_position_known CHECK ((("position")::text = ANY ((ARRAY[''::character varying, 'supported'::character varying, 'noted'::character varying, 'partly'::character varying, 'rejected'::character varying, 'pending'::character varying])::text[]))),
    CONSTRAINT recommendation_responsibility_known CHECK (((responsibility)::text = ANY ((ARRAY[''::character varying, 'federal'::character varying, 'provincial'::character varying, 'both'::character varying])::text[]))),
    CONSTRAINT recommendation_source_shape CHECK (((source)::text ~ '^[a-z0-9-]+$'::text))
);

ALTER TABLE ONLY public.commitments_recommendation FORCE ROW LEVEL SECURITY;

CREATE TABLE public.commitments_target (
    id uuid NOT NULL,
    year smallint NOT NULL,
    value numeric(16,4) NOT NULL,
    custodian_id integer NOT NULL,
    indicator_id uuid NOT NULL,
    CONSTRAINT target_year CHECK (((year >= 1990) AND (year <= 2100)))
);

ALTER TABLE ONLY public.commitments_target FORCE ROW LEVEL SECURITY;

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.exchange_import (
    id uuid NOT NULL,
    original uuid,
    file_name character varying(200) NOT NULL,
    size bigint NOT NULL,
    origin character varying(60) NOT NULL,
    mapping text NOT NULL,
    state character varying(12) NOT NULL,
    rows integer,
    rows_done integer NOT NULL,
    reports integer,
    revised integer,
    unchanged integer,
    refused integer,
    warnings integer,
    found jsonb NOT NULL,
    changed jsonb NOT NULL,
    why jsonb NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    cancel_asked boolean NOT NULL,
    checking boolean NOT NULL,
    batch_id uuid,
    custodian_id integer NOT NULL,
    file_destroyed_at timestamp with time zone,
    file_destroyed_why character varying(500) NOT NULL,
    target character varying(16) NOT NULL
);

ALTER TABLE ONLY public.exchange_import FORCE ROW LEVEL SECURITY;

CREATE TABLE public.exchange_importfinding (
    id uuid NOT NULL,
    sheet character varying(120) NOT NULL,
    "row" integer NOT NULL,
    "column" character varying(120) NOT NULL,
    level character varying(8) NOT NULL,
    code character varying(60) NOT NULL,
    sentence text NOT NULL,
    params jsonb NOT NULL,
    custodian_id integer NOT NULL,
    imported_id uuid NOT NULL
);

ALTER TABLE ONLY public.exchange_importfinding FORCE ROW LEVEL SECURITY;

CREATE TABLE public.figures_publishedfigure (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    area character varying(200) NOT NULL,
    category character varying(200) NOT NULL,
    period character varying(60) NOT NULL,
    measure character varying(200) NOT NULL,
    value integer,
    role character varying(16) NOT NULL,
    custodian_id integer NOT NULL,
    table_id integer NOT NULL,
    CONSTRAINT a_published_figure_is_not_negative CHECK (((value IS NULL) OR (value >= 0))),
    CONSTRAINT published_role_known CHECK (((role)::text = ANY ((ARRAY['cell'::character varying, 'area_total'::character varying, 'category_total'::character varying, 'period_total'::character varying, 'grand_total'::character varying])::text[])))
);

ALTER TABLE ONLY public.figures_publishedfigure FORCE ROW LEVEL SECURITY;

ALTER TABLE public.figures_publishedfigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_publishedfigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.figures_publishedtable (
    id integer NOT NULL,
    key uuid NOT NULL,
    version smallint NOT NULL,
    name character varying(60) NOT NULL,
    title character varying(300) NOT NULL,
    printed_by character varying(200) NOT NULL,
    printed_on character varying(40) NOT NULL,
    source character varying(500) NOT NULL,
    note character varying(500) NOT NULL,
    classification character varying(60) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    replaced_at timestamp with time zone,
    custodian_id integer NOT NULL,
    CONSTRAINT a_published_table_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE ONLY public.figures_publishedtable FORCE ROW LEVEL SECURITY;

ALTER TABLE public.figures_publishedtable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_publishedtable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.figures_savedtable (
    id integer NOT NULL,
    key uuid NOT NULL,
    version smallint NOT NULL,
    name character varying(120) NOT NULL,
    note character varying(500) NOT NULL,
    request jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    replaced_at timestamp with time zone,
    custodian_id integer NOT NULL,
    snapshot_id character varying(20) NOT NULL,
    CONSTRAINT a_saved_table_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT saved_table_replaced_later CHECK (((replaced_at IS NULL) OR (replaced_at >= made_at)))
);

ALTER TABLE ONLY public.figures_savedtable FORCE ROW LEVEL SECURITY;

ALTER TABLE public.figures_savedtable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_savedtable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.figures_snapshot (
    id character varying(20) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    made_by integer,
    moment character varying(200) NOT NULL,
    reports integer NOT NULL,
    events integer NOT NULL,
    violations integer NOT NULL,
    cited_at timestamp with time zone,
    versions jsonb NOT NULL,
    CONSTRAINT snapshot_id_is_a_hash CHECK (((id)::text ~ '^[0-9a-f]{20}$'::text))
);

CREATE TABLE public.figures_takenout (
    id uuid NOT NULL,
    kind character varying(6) NOT NULL,
    title character varying(300) NOT NULL,
    snapshot character varying(20) NOT NULL,
    saved uuid,
    cells integer NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    CONSTRAINT taken_out_for_a_reason CHECK ((NOT ((why)::text = ''::text)))
);

ALTER TABLE ONLY public.figures_takenout FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_agendaitem (
    id uuid NOT NULL,
    day date NOT NULL,
    begins time without time zone,
    title character varying(200) NOT NULL,
    speaker character varying(120) NOT NULL,
    custodian_id integer NOT NULL,
    institution_id integer,
    gathering_id uuid NOT NULL
);

ALTER TABLE ONLY public.gatherings_agendaitem FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_followup (
    id uuid NOT NULL,
    what character varying(300) NOT NULL,
    owner character varying(120) NOT NULL,
    due date NOT NULL,
    done_on date,
    done_note character varying(300) NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    institution_id integer,
    gathering_id uuid NOT NULL,
    CONSTRAINT a_follow_up_has_an_owner CHECK (((NOT ((what)::text = ''::text)) AND (NOT ((owner)::text = ''::text))))
);

ALTER TABLE ONLY public.gatherings_followup FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_gathering (
    id uuid NOT NULL,
    reference character varying(24) NOT NULL,
    kind character varying(12) NOT NULL,
    state character varying(12) NOT NULL,
    title_en character varying(200) NOT NULL,
    title_ur character varying(200) NOT NULL,
    purpose text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    begins time without time zone,
    venue character varying(200) NOT NULL,
    minutes text NOT NULL,
    minutes_by integer,
    minutes_at timestamp with time zone,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    custodian_id integer NOT NULL,
    partner_id integer,
    place_id integer,
    project_id uuid,
    CONSTRAINT a_gathering_has_a_title CHECK ((NOT (((title_en)::text = ''::text) AND ((title_ur)::text = ''::text)))),
    CONSTRAINT gathering_ends_after_it_begins CHECK ((last_day >= first_day))
);

ALTER TABLE ONLY public.gatherings_gathering FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_group (
    id uuid NOT NULL,
    number smallint NOT NULL,
    name_en character varying(200) NOT NULL,
    name_ur character varying(200) NOT NULL,
    custodian_id integer NOT NULL,
    gathering_id uuid NOT NULL,
    CONSTRAINT a_group_has_a_name CHECK ((NOT (((name_en)::text = ''::text) AND ((name_ur)::text = ''::text))))
);

ALTER TABLE ONLY public.gatherings_group FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_groupmember (
    id uuid NOT NULL,
    part character varying(12) NOT NULL,
    custodian_id integer NOT NULL,
    group_id uuid NOT NULL,
    participant_id uuid NOT NULL
);

ALTER TABLE ONLY public.gatherings_groupmember FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_invitation (
    id uuid NOT NULL,
    seat character varying(16) NOT NULL,
    seats smallint NOT NULL,
    answer character varying(8) NOT NULL,
    note character varying(200) NOT NULL,
    custodian_id integer NOT NULL,
    gathering_id uuid NOT NULL,
    institution_id integer NOT NULL,
    CONSTRAINT an_invitation_offers_seats CHECK (((seats >= 1) AND (seats <= 500)))
);

ALTER TABLE ONLY public.gatherings_invitation FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_listtaken (
    id uuid NOT NULL,
    lines integer NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    gathering_id uuid NOT NULL,
    CONSTRAINT a_list_is_taken_for_a_reason CHECK ((NOT ((why)::text = ''::text)))
);

ALTER TABLE ONLY public.gatherings_listtaken FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_material (
    id uuid NOT NULL,
    kind character varying(16) NOT NULL,
    title character varying(120) NOT NULL,
    consent character varying(12) NOT NULL,
    sha256_sealed character varying(64) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    gathering_id uuid NOT NULL,
    CONSTRAINT material_has_a_size CHECK ((size >= 0))
);

ALTER TABLE ONLY public.gatherings_material FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_participant (
    id uuid NOT NULL,
    person uuid NOT NULL,
    name character varying(120) NOT NULL,
    affiliation character varying(200) NOT NULL,
    designation character varying(120) NOT NULL,
    seat character varying(16) NOT NULL,
    named character varying(12) NOT NULL,
    photographed character varying(12) NOT NULL,
    needs uuid,
    came character varying(8) NOT NULL,
    form uuid NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    made_by integer,
    withdrawn_at timestamp with time zone,
    withdrawn_by integer,
    withdrawn_why character varying(300) NOT NULL,
    custodian_id integer NOT NULL,
    district_id integer,
    gathering_id uuid NOT NULL,
    institution_id integer,
    sex_id smallint,
    erased_at timestamp with time zone,
    CONSTRAINT a_participant_has_a_name_or_was_erased CHECK ((((erased_at IS NULL) AND (NOT ((name)::text = ''::text))) OR (((affiliation)::text = ''::text) AND ((designation)::text = ''::text) AND (erased_at IS NOT NULL) AND (institution_id IS NULL) AND ((name)::text = ''::text) AND (needs IS NULL)))),
    CONSTRAINT a_participant_is_withdrawn_for_a_reason CHECK ((((withdrawn_at IS NULL) AND ((withdrawn_why)::text = ''::text)) OR ((withdrawn_at IS NOT NULL) AND (NOT ((withdrawn_why)::text = ''::text)))))
);

ALTER TABLE ONLY public.gatherings_participant FORCE ROW LEVEL SECURITY;

CREATE TABLE public.gatherings_sameparticipant (
    id uuid NOT NULL,
    same boolean NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    undone_by integer,
    undone_at timestamp with time zone,
    custodian_id integer NOT NULL,
    one_id uuid NOT NULL,
    other_id uuid NOT NULL,
    CONSTRAINT participants_are_judged_in_order CHECK ((other_id > one_id))
);

ALTER TABLE ONLY public.gatherings_sameparticipant FORCE ROW LEVEL SECURITY;

CREATE TABLE public.institutions_institution (
    id integer NOT NULL,
    slug character varying(100) NOT NULL,
    kind character varying(16) NOT NULL,
    level character varying(16) NOT NULL,
    name_en character varying(200) NOT NULL,
    name_ur character varying(200) NOT NULL,
    acronym character varying(20) NOT NULL,
    valid_from date,
    valid_to date,
    role character varying(400) NOT NULL,
    source character varying(300) NOT NULL,
    created_by integer,
    created_at timestamp with time zone NOT NULL,
    parent_id integer,
    place_id integer,
    CONSTRAINT institution_ends_after_it_begins CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT institution_kind_known CHECK (((kind)::text = ANY ((ARRAY['police_station'::character varying, 'police'::character varying, 'prison'::character varying, 'ministry'::character varying, 'department'::character varying, 'court'::character varying, 'hospital'::character varying, 'newspaper'::character varying, 'broadcaster'::character varying, 'news_agency'::character varying, 'cso'::character varying, 'commission'::character varying, 'assembly'::character varying, 'helpline'::character varying, 'community'::character varying, 'school'::character varying, 'political_party'::character varying, 'armed_group'::character varying, 'international'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT institution_level_known CHECK (((level)::text = ANY ((ARRAY[''::character varying, 'federal'::character varying, 'provincial'::character varying, 'regional'::character varying, 'district'::character varying])::text[]))),
    CONSTRAINT institution_named CHECK (((NOT ((name_en)::text = ''::text)) OR (NOT ((name_ur)::text = ''::text)))),
    CONSTRAINT institution_not_below_itself CHECK (((parent_id IS NULL) OR (NOT ((parent_id = id) AND (parent_id IS NOT NULL))))),
    CONSTRAINT institution_slug_shape CHECK (((slug)::text ~ '^[a-z0-9]+(_[a-z0-9]+)*$'::text))
);

ALTER TABLE public.institutions_institution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.institutions_institution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.institutions_institutionname (
    id integer NOT NULL,
    name character varying(200) NOT NULL,
    folded character varying(200) NOT NULL,
    institution_id integer NOT NULL,
    CONSTRAINT institution_name_can_be_matched CHECK ((NOT ((folded)::text = ''::text)))
);

ALTER TABLE public.institutions_institutionname ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.institutions_institutionname_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ledger_change (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(63) NOT NULL,
    "row" character varying(64) NOT NULL,
    deed character varying(8) NOT NULL,
    who integer,
    operator character varying(64) NOT NULL,
    why character varying(500) NOT NULL,
    custodian integer,
    before jsonb NOT NULL,
    after jsonb
);

ALTER TABLE ONLY public.ledger_change FORCE ROW LEVEL SECURITY;

ALTER TABLE public.ledger_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ledger_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ledger_checkpoint (
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    made_by integer,
    CONSTRAINT checkpoints_count_from_one CHECK ((number >= 1))
);

CREATE TABLE public.ledger_deed (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor integer,
    operator character varying(64) NOT NULL,
    action character varying(60) NOT NULL,
    object_kind character varying(40) NOT NULL,
    object_id character varying(64) NOT NULL,
    office integer,
    detail jsonb NOT NULL,
    salt bytea NOT NULL,
    commitment bytea NOT NULL,
    CONSTRAINT deed_action_shape CHECK (((action)::text ~ '^[a-z_]+\.[a-z_]+$'::text))
);

CREATE TABLE public.ledger_leaf (
    "position" bigint NOT NULL,
    deed uuid NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE public.ledger_waiting (
    deed uuid NOT NULL
);

CREATE TABLE public.matching_pair (
    id uuid NOT NULL,
    kind character varying(6) NOT NULL,
    one uuid NOT NULL,
    other uuid NOT NULL,
    one_report uuid NOT NULL,
    other_report uuid NOT NULL,
    custodians integer[] NOT NULL,
    probability double precision NOT NULL,
    levels jsonb NOT NULL,
    weights jsonb NOT NULL,
    found_at timestamp with time zone NOT NULL,
    linked_by uuid,
    held_back character varying(40) NOT NULL,
    run_id uuid NOT NULL,
    CONSTRAINT a_chance_is_one CHECK (((probability >= (0.0)::double precision) AND (probability <= (1.0)::double precision))),
    CONSTRAINT the_older_stands_first CHECK ((one < other))
);

ALTER TABLE ONLY public.matching_pair FORCE ROW LEVEL SECURITY;

CREATE TABLE public.matching_run (
    id uuid NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    made_by integer,
    engine character varying(8) NOT NULL,
    whole boolean NOT NULL,
    state character varying(8) NOT NULL,
    why character varying(60) NOT NULL,
    records integer NOT NULL,
    pairs integer NOT NULL,
    linked integer NOT NULL,
    held_back integer NOT NULL,
    locked integer NOT NULL,
    custodian_id integer NOT NULL,
    CONSTRAINT a_run_that_ended_says_when CHECK ((((ended_at IS NULL) AND ((state)::text = 'running'::text)) OR ((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['done'::character varying, 'failed'::character varying])::text[])))))
);

ALTER TABLE ONLY public.matching_run FORCE ROW LEVEL SECURITY;

CREATE TABLE public.matching_weights (
    id uuid NOT NULL,
    kind character varying(6) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    labels integer NOT NULL,
    weights jsonb NOT NULL
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);

CREATE TABLE public.places_edition (
    id integer NOT NULL,
    version character varying(16) NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    places integer NOT NULL
);

ALTER TABLE public.places_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.places_place (
    id integer NOT NULL,
    key character varying(80) NOT NULL,
    kind character varying(16) NOT NULL,
    name_en character varying(120) NOT NULL,
    name_ur character varying(120) NOT NULL,
    valid_from date,
    valid_from_precision character varying(5) NOT NULL,
    valid_to date,
    valid_to_precision character varying(5) NOT NULL,
    pack character varying(40) NOT NULL,
    note character varying(300) NOT NULL,
    former_parent_id integer,
    parent_id integer,
    CONSTRAINT place_ends_after_it_begins CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT place_key_shape CHECK (((key)::text ~ '^[a-z]+(_[a-z0-9]+)*$'::text)),
    CONSTRAINT place_kind_known CHECK (((kind)::text = ANY ((ARRAY['country'::character varying, 'province'::character varying, 'territory'::character varying, 'district'::character varying, 'agency'::character varying, 'frontier_region'::character varying, 'city'::character varying, 'town'::character varying, 'locality'::character varying, 'region'::character varying, 'tehsil'::character varying])::text[]))),
    CONSTRAINT place_named CHECK ((NOT ((name_en)::text = ''::text))),
    CONSTRAINT place_named_in_urdu CHECK (((NOT ((name_ur)::text = ''::text)) OR (NOT ((pack)::text = ''::text)))),
    CONSTRAINT place_not_within_itself CHECK (((parent_id IS NULL) OR (NOT ((parent_id = id) AND (parent_id IS NOT NULL))))),
    CONSTRAINT place_only_country_on_top CHECK (((((kind)::text = 'country'::text) AND (parent_id IS NULL)) OR ((parent_id IS NOT NULL) AND (NOT ((kind)::text = 'country'::text)))))
);

ALTER TABLE public.places_place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.places_placecode (
    id integer NOT NULL,
    system character varying(30) NOT NULL,
    code character varying(20) NOT NULL,
    valid_from date,
    valid_to date,
    place_id integer NOT NULL,
    CONSTRAINT place_code_not_empty CHECK ((NOT ((code)::text = ''::text)))
);

ALTER TABLE public.places_placecode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_placecode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.places_placename (
    id integer NOT NULL,
    name character varying(120) NOT NULL,
    language character varying(2) NOT NULL,
    folded character varying(120) NOT NULL,
    kind character varying(6) NOT NULL,
    place_id integer NOT NULL,
    CONSTRAINT place_name_can_be_matched CHECK ((NOT ((folded)::text = ''::text))),
    CONSTRAINT place_name_kind CHECK (((kind)::text = ANY ((ARRAY['alias'::character varying, 'former'::character varying])::text[]))),
    CONSTRAINT place_name_language CHECK (((language)::text = ANY ((ARRAY['en'::character varying, 'ur'::character varying])::text[])))
);

ALTER TABLE public.places_placename ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_placename_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.places_placepart (
    id integer NOT NULL,
    part_id integer NOT NULL,
    whole_id integer NOT NULL,
    CONSTRAINT place_part_is_another CHECK ((NOT (whole_id = part_id)))
);

ALTER TABLE public.places_placepart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_placepart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.places_population (
    id integer NOT NULL,
    census_year smallint NOT NULL,
    total integer,
    male integer,
    female integer,
    transgender integer,
    place_id integer NOT NULL,
    CONSTRAINT population_not_negative CHECK ((((total IS NULL) OR (total >= 0)) AND ((male IS NULL) OR (male >= 0)) AND ((female IS NULL) OR (female >= 0)) AND ((transgender IS NULL) OR (transgender >= 0))))
);

ALTER TABLE public.places_population ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_population_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.places_succession (
    id integer NOT NULL,
    happened date NOT NULL,
    "precision" character varying(5) NOT NULL,
    kind character varying(8) NOT NULL,
    predecessor_id integer NOT NULL,
    successor_id integer NOT NULL,
    CONSTRAINT succession_kind CHECK (((kind)::text = ANY ((ARRAY['merged'::character varying, 'split'::character varying, 'carved'::character varying, 'renamed'::character varying])::text[]))),
    CONSTRAINT succession_to_another CHECK ((NOT (predecessor_id = successor_id)))
);

ALTER TABLE public.places_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.projects_coverage (
    id uuid NOT NULL,
    custodian_id integer NOT NULL,
    place_id integer NOT NULL,
    project_id uuid NOT NULL
);

ALTER TABLE ONLY public.projects_coverage FORCE ROW LEVEL SECURITY;

CREATE TABLE public.projects_partner (
    id uuid NOT NULL,
    part character varying(12) NOT NULL,
    custodian_id integer NOT NULL,
    institution_id integer NOT NULL,
    project_id uuid NOT NULL
);

ALTER TABLE ONLY public.projects_partner FORCE ROW LEVEL SECURITY;

CREATE TABLE public.projects_project (
    id uuid NOT NULL,
    reference character varying(24) NOT NULL,
    title_en character varying(200) NOT NULL,
    title_ur character varying(200) NOT NULL,
    status character varying(12) NOT NULL,
    starts date,
    ends date,
    focus character varying(12) NOT NULL,
    goals smallint[] NOT NULL,
    summary_en text NOT NULL,
    summary_ur text NOT NULL,
    objectives_en text NOT NULL,
    objectives_ur text NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    custodian_id integer NOT NULL,
    CONSTRAINT a_project_has_a_title CHECK ((NOT (((title_en)::text = ''::text) AND ((title_ur)::text = ''::text)))),
    CONSTRAINT project_ends_after_it_begins CHECK (((starts IS NULL) OR (ends IS NULL) OR (ends >= starts))),
    CONSTRAINT project_goals_are_known CHECK ((goals <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint, (6)::smallint, (7)::smallint, (8)::smallint, (9)::smallint, (10)::smallint, (11)::smallint, (12)::smallint, (13)::smallint, (14)::smallint, (15)::smallint, (16)::smallint, (17)::smallint]))
);

ALTER TABLE ONLY public.projects_project FORCE ROW LEVEL SECURITY;

CREATE TABLE public.projects_result (
    id uuid NOT NULL,
    kind character varying(8) NOT NULL,
    title_en character varying(200) NOT NULL,
    title_ur character varying(200) NOT NULL,
    baseline integer,
    target integer,
    reached integer,
    custodian_id integer NOT NULL,
    project_id uuid NOT NULL,
    CONSTRAINT a_result_has_a_title CHECK ((NOT (((title_en)::text = ''::text) AND ((title_ur)::text = ''::text))))
);

ALTER TABLE ONLY public.projects_result FORCE ROW LEVEL SECURITY;

CREATE TABLE public.search_knownword (
    word character varying(24) NOT NULL,
    sound character varying(12) NOT NULL
);

ALTER TABLE ONLY public.search_knownword FORCE ROW LEVEL SECURITY;

CREATE TABLE public.search_savedsearch (
    id uuid NOT NULL,
    "user" integer NOT NULL,
    custodian_id integer NOT NULL,
    text character varying(200) NOT NULL,
    chosen jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    looked_at timestamp with time zone NOT NULL,
    CONSTRAINT a_saved_search_has_words CHECK ((NOT ((text)::text = ''::text)))
);

ALTER TABLE ONLY public.search_savedsearch FORCE ROW LEVEL SECURITY;

CREATE TABLE public.search_searchentry (
    of uuid NOT NULL,
    kind smallint NOT NULL,
    event uuid,
    custodian_id integer NOT NULL,
    day date NOT NULL,
    province integer,
    district integer,
    source_kind integer,
    state character varying(14) NOT NULL,
    withdrawn boolean NOT NULL,
    silent boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    acts integer[] NOT NULL,
    words integer[] NOT NULL
);

ALTER TABLE ONLY public.search_searchentry FORCE ROW LEVEL SECURITY;

CREATE TABLE public.search_waiting (
    report uuid NOT NULL,
    taken boolean NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.search_waiting FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_clause (
    id uuid NOT NULL,
    identity uuid NOT NULL,
    kind character varying(8) NOT NULL,
    "order" integer NOT NULL,
    depth smallint NOT NULL,
    number character varying(40) NOT NULL,
    heading_en character varying(400) NOT NULL,
    heading_ur character varying(400) NOT NULL,
    text_en text NOT NULL,
    text_ur text NOT NULL,
    dropped boolean NOT NULL,
    version integer NOT NULL,
    custodian_id integer NOT NULL,
    draft_id uuid NOT NULL,
    CONSTRAINT clauses_have_a_depth CHECK (((depth >= 1) AND (depth <= 6)))
);

ALTER TABLE ONLY public.strategies_clause FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_consultation (
    id uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    gathering_id uuid NOT NULL,
    draft_id uuid NOT NULL
);

ALTER TABLE ONLY public.strategies_consultation FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_disposition (
    id uuid NOT NULL,
    outcome character varying(14) NOT NULL,
    reason text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_by integer,
    replaced_at timestamp with time zone,
    clause_id uuid,
    custodian_id integer NOT NULL,
    point_id uuid NOT NULL,
    CONSTRAINT what_was_accepted_names_its_clause CHECK (((NOT ((outcome)::text = ANY ((ARRAY['accepted'::character varying, 'partly'::character varying, 'already_there'::character varying])::text[]))) OR (clause_id IS NOT NULL))),
    CONSTRAINT what_was_not_accepted_has_a_reason CHECK (((NOT ((outcome)::text = ANY ((ARRAY['partly'::character varying, 'not_accepted'::character varying])::text[]))) OR (NOT (reason = ''::text))))
);

ALTER TABLE ONLY public.strategies_disposition FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_draft (
    id uuid NOT NULL,
    number smallint NOT NULL,
    state character varying(10) NOT NULL,
    language character varying(2) NOT NULL,
    note character varying(500) NOT NULL,
    file_name character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    circulated_at timestamp with time zone,
    final_at timestamp with time zone,
    based_on_id uuid,
    custodian_id integer NOT NULL,
    strategy_id uuid NOT NULL,
    CONSTRAINT a_final_draft_says_since_when CHECK ((((final_at IS NOT NULL) AND ((state)::text = 'final'::text)) OR ((NOT ((state)::text = 'final'::text)) AND (final_at IS NULL)))),
    CONSTRAINT drafts_are_numbered_from_one CHECK ((number >= 1))
);

ALTER TABLE ONLY public.strategies_draft FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_invitation (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(120) NOT NULL,
    body character varying(200) NOT NULL,
    language character varying(2) NOT NULL,
    due date,
    link uuid,
    answer character varying(10) NOT NULL,
    view text NOT NULL,
    answered_at timestamp with time zone,
    may_name boolean NOT NULL,
    revoked_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    draft_id uuid NOT NULL,
    institution_id integer,
    CONSTRAINT a_department_is_asked_until_a_day CHECK ((((kind)::text = 'reader'::text) OR ((NOT ((body)::text = ''::text)) AND (due IS NOT NULL)))),
    CONSTRAINT an_answer_has_its_time CHECK (((((answer)::text = 'none'::text) AND (answered_at IS NULL)) OR ((NOT ((answer)::text = 'none'::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT an_invitation_goes_to_somebody CHECK ((NOT (((body)::text = ''::text) AND ((name)::text = ''::text))))
);

ALTER TABLE ONLY public.strategies_invitation FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_plannedaction (
    id uuid NOT NULL,
    identity uuid NOT NULL,
    "order" integer NOT NULL,
    words_en text NOT NULL,
    words_ur text NOT NULL,
    agency_en text NOT NULL,
    agency_ur text NOT NULL,
    timeline_en character varying(300) NOT NULL,
    timeline_ur character varying(300) NOT NULL,
    indicator_en text NOT NULL,
    indicator_ur text NOT NULL,
    baseline character varying(300) NOT NULL,
    target character varying(300) NOT NULL,
    budget character varying(300) NOT NULL,
    evidence text NOT NULL,
    dropped boolean NOT NULL,
    version integer NOT NULL,
    custodian_id integer NOT NULL,
    draft_id uuid NOT NULL,
    outcome_id uuid,
    theme_id uuid,
    CONSTRAINT a_planned_action_says_what CHECK ((NOT ((words_en = ''::text) AND (words_ur = ''::text))))
);

ALTER TABLE ONLY public.strategies_plannedaction FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_point (
    id uuid NOT NULL,
    number integer NOT NULL,
    language character varying(2) NOT NULL,
    group_words text NOT NULL,
    plenary_words text NOT NULL,
    dissent text NOT NULL,
    version integer NOT NULL,
    withdrawn_at timestamp with time zone,
    slip uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    clause_id uuid,
    custodian_id integer NOT NULL,
    draft_id uuid NOT NULL,
    group_id uuid,
    invitation_id uuid,
    CONSTRAINT a_point_comes_from_one_side CHECK ((((group_id IS NULL) AND (invitation_id IS NOT NULL)) OR ((group_id IS NOT NULL) AND (invitation_id IS NULL)))),
    CONSTRAINT a_point_says_something CHECK ((NOT (group_words = ''::text)))
);

ALTER TABLE ONLY public.strategies_point FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_pointversion (
    id uuid NOT NULL,
    version integer NOT NULL,
    beside boolean NOT NULL,
    joined_at timestamp with time zone,
    group_words text NOT NULL,
    plenary_words text NOT NULL,
    dissent text NOT NULL,
    at timestamp with time zone NOT NULL,
    by integer,
    clause_id uuid,
    custodian_id integer NOT NULL,
    point_id uuid NOT NULL
);

ALTER TABLE ONLY public.strategies_pointversion FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_publication (
    id uuid NOT NULL,
    reference character varying(30) NOT NULL,
    content jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by integer,
    withdrawn_at timestamp with time zone,
    custodian_id integer NOT NULL
);

CREATE TABLE public.strategies_stagechange (
    id uuid NOT NULL,
    stage character varying(12) NOT NULL,
    since date NOT NULL,
    why character varying(500) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    strategy_id uuid NOT NULL
);

ALTER TABLE ONLY public.strategies_stagechange FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_strategy (
    id uuid NOT NULL,
    reference character varying(30) NOT NULL,
    title_en character varying(200) NOT NULL,
    title_ur character varying(200) NOT NULL,
    first_year smallint,
    last_year smallint,
    stage character varying(12) NOT NULL,
    stage_since date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    province_id integer,
    CONSTRAINT a_strategy_ends_after_it_begins CHECK (((first_year IS NULL) OR (last_year IS NULL) OR (last_year >= first_year))),
    CONSTRAINT a_strategy_has_a_title CHECK ((NOT (((title_en)::text = ''::text) AND ((title_ur)::text = ''::text))))
);

ALTER TABLE ONLY public.strategies_strategy FORCE ROW LEVEL SECURITY;

CREATE TABLE public.strategies_wordfile (
    id uuid NOT NULL,
    file_name character varying(200) NOT NULL,
    size integer NOT NULL,
    state character varying(6) NOT NULL,
    language character varying(2) NOT NULL,
    blocks jsonb NOT NULL,
    answers jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    into_id uuid,
    strategy_id uuid NOT NULL
);

ALTER TABLE ONLY public.strategies_wordfile FORCE ROW LEVEL SECURITY;

CREATE TABLE public.vault_custodiankey (
    id integer NOT NULL,
    custodian_id integer NOT NULL,
    version integer NOT NULL,
    public bytea NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    retired_at timestamp with time zone
);

ALTER TABLE public.vault_custodiankey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vault_custodiankey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.vault_envelope (
    id uuid NOT NULL,
    custodian_id integer NOT NULL,
    wrapped bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    key_id integer NOT NULL
);

ALTER TABLE ONLY public.vault_envelope FORCE ROW LEVEL SECURITY;

CREATE TABLE public.vault_erased (
    row_id uuid NOT NULL,
    of character varying(16) NOT NULL,
    custodian_id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    why character varying(20) NOT NULL
);

CREATE TABLE public.vault_escrowparty (
    id integer NOT NULL,
    name character varying(40) NOT NULL,
    public bytea NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone
);

ALTER TABLE public.vault_escrowparty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vault_escrowparty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.vault_keywrap (
    id uuid NOT NULL,
    custodian_id integer NOT NULL,
    wrapped bytea NOT NULL,
    proof bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    first_id integer,
    key_id integer NOT NULL,
    second_id integer,
    unlocker_id integer,
    CONSTRAINT key_wrap_for_one_unlocker_or_two_parties CHECK ((((first_id IS NULL) AND (second_id IS NULL) AND (unlocker_id IS NOT NULL)) OR ((first_id IS NOT NULL) AND (second_id IS NOT NULL) AND (unlocker_id IS NULL))))
);

ALTER TABLE ONLY public.vault_keywrap FORCE ROW LEVEL SECURITY;

CREATE TABLE public.vault_look (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id integer,
    custodian_id integer NOT NULL,
    purpose character varying(16) NOT NULL,
    reason character varying(300) NOT NULL,
    of character varying(16) NOT NULL,
    rows uuid[] NOT NULL,
    session uuid
);

ALTER TABLE ONLY public.vault_look FORCE ROW LEVEL SECURITY;

CREATE TABLE public.vault_number (
    row_id uuid NOT NULL,
    of character varying(16) NOT NULL,
    custodian_id integer NOT NULL,
    kind character varying(5) NOT NULL,
    hash bytea NOT NULL
);

ALTER TABLE ONLY public.vault_number FORCE ROW LEVEL SECURITY;

CREATE TABLE public.vault_original (
    id uuid NOT NULL,
    custodian_id integer NOT NULL,
    wrapped_key bytea NOT NULL,
    sha256_sealed character varying(64) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    mac bytea NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    envelope_id uuid NOT NULL
);

ALTER TABLE ONLY public.vault_original FORCE ROW LEVEL SECURITY;

CREATE TABLE public.vault_sealed (
    row_id uuid NOT NULL,
    of character varying(16) NOT NULL,
    custodian_id integer NOT NULL,
    blob bytea NOT NULL,
    mac bytea,
    envelope_id uuid NOT NULL
);

ALTER TABLE ONLY public.vault_sealed FORCE ROW LEVEL SECURITY;

CREATE TABLE public.vault_unlocker (
    id integer NOT NULL,
    user_id integer NOT NULL,
    public bytea NOT NULL,
    locked bytea NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone
);

ALTER TABLE public.vault_unlocker ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vault_unlocker_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.violations_account (
    report_id uuid NOT NULL,
    withdrawn boolean NOT NULL,
    custodian_id integer NOT NULL,
    event_id uuid NOT NULL
);

ALTER TABLE ONLY public.violations_account FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_act (
    id uuid NOT NULL,
    root uuid NOT NULL,
    since smallint NOT NULL,
    until smallint,
    "position" smallint NOT NULL,
    victim uuid NOT NULL,
    happened character varying(40) NOT NULL,
    happened_first date,
    happened_last date,
    place_precision character varying(10) NOT NULL,
    place_said character varying(200) NOT NULL,
    custodian_id integer NOT NULL,
    kind_of_place_id smallint,
    means_id smallint,
    place_id integer,
    report_id uuid NOT NULL,
    stated_reason_id smallint,
    type_id smallint NOT NULL,
    happened_said character varying(80) NOT NULL,
    CONSTRAINT act_ends_after_it_begins CHECK (((happened_first IS NULL) OR (happened_last IS NULL) OR (happened_last >= happened_first))),
    CONSTRAINT act_ends_later CHECK (((until IS NULL) OR (until > since)))
);

ALTER TABLE ONLY public.violations_act FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_alleged (
    custodian_id integer NOT NULL,
    event_id uuid NOT NULL,
    institution_id integer NOT NULL,
    report_id uuid NOT NULL
);

ALTER TABLE ONLY public.violations_alleged FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_batch (
    id uuid NOT NULL,
    reference character varying(24) NOT NULL,
    kind character varying(8) NOT NULL,
    title character varying(200) NOT NULL,
    made_by integer,
    made_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    undone_by integer,
    undone_why character varying(500) NOT NULL,
    custodian_id integer NOT NULL,
    CONSTRAINT a_batch_is_undone_for_a_reason CHECK ((((undone_at IS NULL) AND (undone_by IS NULL) AND ((undone_why)::text = ''::text)) OR ((undone_at IS NOT NULL) AND (NOT ((undone_why)::text = ''::text)))))
);

ALTER TABLE ONLY public.violations_batch FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_consent (
    id uuid NOT NULL,
    mention uuid NOT NULL,
    use character varying(12) NOT NULL,
    answer character varying(12) NOT NULL,
    given_by character varying(12) NOT NULL,
    asked_on date,
    until date,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    language_id smallint,
    report_id uuid NOT NULL,
    CONSTRAINT a_consent_ends_after_it_begins CHECK (((until IS NULL) OR (asked_on IS NULL) OR (until >= asked_on))),
    CONSTRAINT a_consent_is_an_answer CHECK (((answer)::text = ANY ((ARRAY['given'::character varying, 'refused'::character varying, 'not_asked'::character varying, 'withdrawn'::character varying])::text[]))),
    CONSTRAINT a_consent_is_given_by_somebody CHECK ((((given_by)::text = ''::text) OR ((given_by)::text = ANY ((ARRAY['self'::character varying, 'guardian'::character varying, 'relative'::character varying])::text[])))),
    CONSTRAINT a_consent_is_to_a_use CHECK (((use)::text = ANY ((ARRAY['record'::character varying, 'ministry'::character varying, 'cso'::character varying, 'statistics'::character varying, 'publish'::character varying, 'court'::character varying])::text[]))),
    CONSTRAINT who_answers_is_said CHECK ((((answer)::text = 'not_asked'::text) OR (NOT ((given_by)::text = ''::text))))
);

ALTER TABLE ONLY public.violations_consent FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_coverageday (
    id uuid NOT NULL,
    day date NOT NULL,
    found smallint,
    read_by integer,
    read_at timestamp with time zone NOT NULL,
    custodian_id integer NOT NULL,
    institution_id integer NOT NULL
);

ALTER TABLE ONLY public.violations_coverageday FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_danger (
    id uuid NOT NULL,
    custodian_id integer NOT NULL,
    report_id uuid NOT NULL,
    told_at timestamp with time zone NOT NULL,
    told_by integer,
    ended_at timestamp with time zone,
    ended_by integer,
    ended_why character varying(500) NOT NULL,
    CONSTRAINT a_danger_ends_with_a_reason CHECK ((((ended_at IS NULL) AND ((ended_why)::text = ''::text)) OR ((ended_at IS NOT NULL) AND (NOT ((ended_why)::text = ''::text)))))
);

ALTER TABLE ONLY public.violations_danger FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_document (
    id uuid NOT NULL,
    title character varying(300) NOT NULL,
    page character varying(20) NOT NULL,
    dated character varying(40) NOT NULL,
    dated_first date,
    dated_last date,
    original uuid,
    received_on date NOT NULL,
    batch_id uuid,
    custodian_id integer NOT NULL,
    institution_id integer,
    kind_id smallint,
    language_id smallint,
    CONSTRAINT document_ends_after_it_begins CHECK (((dated_first IS NULL) OR (dated_last IS NULL) OR (dated_last >= dated_first)))
);

ALTER TABLE ONLY public.violations_document FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_edited (
    id uuid NOT NULL,
    field character varying(12) NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    batch_id uuid NOT NULL,
    custodian_id integer NOT NULL,
    report_id uuid NOT NULL,
    CONSTRAINT edited_field_known CHECK (((field)::text = ANY ((ARRAY['place'::character varying, 'paper'::character varying, 'source_kind'::character varying])::text[])))
);

ALTER TABLE ONLY public.violations_edited FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_event (
    id uuid NOT NULL,
    reference character varying(24) NOT NULL,
    custodians integer[] NOT NULL,
    title character varying(200) NOT NULL,
    happened character varying(40) NOT NULL,
    happened_first date,
    happened_last date,
    sorted_on date NOT NULL,
    place_said character varying(200) NOT NULL,
    accounts smallint NOT NULL,
    violations smallint NOT NULL,
    act_types integer[] NOT NULL,
    source_kinds integer[] NOT NULL,
    state character varying(14) NOT NULL,
    withdrawn boolean NOT NULL,
    received_on date NOT NULL,
    rules_version smallint NOT NULL,
    district_id integer,
    place_id integer,
    province_id integer,
    CONSTRAINT an_event_without_accounts_is_withdrawn CHECK ((((accounts = 0) AND (violations = 0) AND withdrawn) OR ((accounts >= 1) AND (NOT withdrawn))))
);

ALTER TABLE ONLY public.violations_event FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_evidence (
    id uuid NOT NULL,
    mention uuid,
    kind character varying(12) NOT NULL,
    title character varying(120) NOT NULL,
    sha256_sealed character varying(64) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    report_id uuid NOT NULL,
    CONSTRAINT evidence_has_a_size CHECK ((size >= 0))
);

ALTER TABLE ONLY public.violations_evidence FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_ground (
    act uuid NOT NULL,
    custodian_id integer NOT NULL,
    report_id uuid NOT NULL,
    violation_id uuid NOT NULL
);

ALTER TABLE ONLY public.violations_ground FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_identity (
    mention uuid NOT NULL,
    custodian_id integer NOT NULL,
    report_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.violations_identity FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_intervention (
    id uuid NOT NULL,
    root uuid NOT NULL,
    number smallint NOT NULL,
    until smallint,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    happened character varying(40) NOT NULL,
    happened_first date,
    happened_last date,
    text character varying(1000) NOT NULL,
    why character varying(500) NOT NULL,
    withdrawn boolean NOT NULL,
    addressed_id integer,
    custodian_id integer NOT NULL,
    impact_id smallint,
    institution_id integer,
    report_id uuid NOT NULL,
    response_id smallint,
    type_id smallint NOT NULL,
    CONSTRAINT a_corrected_intervention_says_why CHECK (((number = 1) OR (NOT ((why)::text = ''::text)))),
    CONSTRAINT an_intervention_begins_with_its_root CHECK ((((number = 1) AND (root = id)) OR ((number > 1) AND (NOT (root = id))))),
    CONSTRAINT an_intervention_ends_with_the_next CHECK (((until IS NULL) OR (until = (number + 1)))),
    CONSTRAINT intervention_ends_after_it_begins CHECK (((happened_first IS NULL) OR (happened_last IS NULL) OR (happened_last >= happened_first)))
);

ALTER TABLE ONLY public.violations_intervention FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_involvement (
    id uuid NOT NULL,
    root uuid NOT NULL,
    since smallint NOT NULL,
    until smallint,
    act uuid NOT NULL,
    perpetrator uuid,
    custodian_id integer NOT NULL,
    degree_id smallint,
    institution_id integer,
    report_id uuid NOT NULL,
    type_id smallint,
    CONSTRAINT an_involvement_says_who_or_what CHECK (((perpetrator IS NOT NULL) OR (institution_id IS NOT NULL) OR (type_id IS NOT NULL))),
    CONSTRAINT involvement_ends_later CHECK (((until IS NULL) OR (until > since)))
);

ALTER TABLE ONLY public.violations_involvement FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_judgement (
    id uuid NOT NULL,
    custodians integer[] NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    kind character varying(14) NOT NULL,
    verdict character varying(14) NOT NULL,
    why character varying(500) NOT NULL,
    mention uuid,
    other_mention uuid,
    act uuid,
    involvement uuid,
    field character varying(20) NOT NULL,
    value jsonb,
    act_type_id smallint,
    batch_id uuid,
    custodian_id integer NOT NULL,
    other_report_id uuid,
    report_id uuid,
    standard_id smallint,
    undoes_id uuid,
    checked jsonb,
    confirms_id uuid,
    link_id smallint,
    needs_second boolean DEFAULT false NOT NULL,
    settled_on date,
    together uuid,
    CONSTRAINT a_judgement_has_a_reason CHECK ((NOT ((why)::text = ''::text))),
    CONSTRAINT a_judgement_names_what_it_judges CHECK ((((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'same_event'::text) AND (link_id IS NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NOT NULL) AND (report_id IS NOT NULL) AND (undoes_id IS NULL)) OR ((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'same_entry'::text) AND (link_id IS NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NOT NULL) AND (report_id IS NOT NULL) AND (undoes_id IS NULL)) OR ((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'same_person'::text) AND (link_id IS NULL) AND (mention IS NOT NULL) AND (other_mention IS NOT NULL) AND (other_report_id IS NULL) AND (report_id IS NULL) AND (undoes_id IS NULL)) OR ((act IS NOT NULL) AND (act_type_id IS NOT NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'verification'::text) AND (link_id IS NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NULL) AND (report_id IS NULL) AND (undoes_id IS NULL)) OR ((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NOT NULL) AND ((kind)::text = 'attribution'::text) AND (link_id IS NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NULL) AND (report_id IS NULL) AND (undoes_id IS NULL)) OR ((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'chosen'::text) AND (link_id IS NULL) AND (mention IS NOT NULL) AND (other_mention IS NULL) AND (other_report_id IS NULL) AND (report_id IS NULL) AND (undoes_id IS NULL)) OR ((act IS NOT NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'chosen'::text) AND (link_id IS NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NULL) AND (report_id IS NULL) AND (undoes_id IS NULL)) OR ((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'withdrawn'::text) AND (link_id IS NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NULL) AND (report_id IS NOT NULL) AND (undoes_id IS NULL)) OR ((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'chain'::text) AND (link_id IS NOT NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NOT NULL) AND (report_id IS NOT NULL) AND (undoes_id IS NULL)) OR ((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NOT NULL) AND (involvement IS NULL) AND ((kind)::text = 'confirmed'::text) AND (link_id IS NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NULL) AND (report_id IS NULL) AND (undoes_id IS NULL)) OR ((act IS NULL) AND (act_type_id IS NULL) AND (confirms_id IS NULL) AND (involvement IS NULL) AND ((kind)::text = 'undone'::text) AND (link_id IS NULL) AND (mention IS NULL) AND (other_mention IS NULL) AND (other_report_id IS NULL) AND (report_id IS NULL) AND (undoes_id IS NOT NULL)))),
    CONSTRAINT a_verdict_fits_its_kind CHECK (((((kind)::text = ANY ((ARRAY['same_event'::character varying, 'same_entry'::character varying, 'same_person'::character varying])::text[])) AND ((verdict)::text = ANY ((ARRAY['same'::character varying, 'different'::character varying, 'unsure'::character varying])::text[]))) OR (((kind)::text = ANY ((ARRAY['verification'::character varying, 'attribution'::character varying])::text[])) AND ((verdict)::text = ANY ((ARRAY['new'::character varying, 'under_review'::character varying, 'verified'::character varying, 'inconclusive'::character varying, 'rejected'::character varying, 'withdrawn'::character varying])::text[]))) OR (((kind)::text = ANY ((ARRAY['chosen'::character varying, 'withdrawn'::character varying, 'chain'::character varying, 'confirmed'::character varying, 'undone'::character varying])::text[])) AND ((verdict)::text = 'holds'::text)))),
    CONSTRAINT only_a_choice_has_a_value CHECK (((((kind)::text = 'chosen'::text) AND (value IS NOT NULL) AND (NOT ((field)::text = ''::text))) OR ((NOT ((kind)::text = 'chosen'::text)) AND ((field)::text = ''::text) AND (value IS NULL)))),
    CONSTRAINT only_a_verification_has_a_standard CHECK ((((kind)::text = ANY ((ARRAY['verification'::character varying, 'attribution'::character varying])::text[])) OR (standard_id IS NULL))),
    CONSTRAINT only_verdicts_wait_for_a_second CHECK ((((kind)::text = ANY ((ARRAY['verification'::character varying, 'attribution'::character varying])::text[])) OR ((checked IS NULL) AND (NOT needs_second)))),
    CONSTRAINT only_what_is_verified_was_settled CHECK (((settled_on IS NULL) OR (((kind)::text = ANY ((ARRAY['verification'::character varying, 'attribution'::character varying])::text[])) AND ((verdict)::text = 'verified'::text)))),
    CONSTRAINT two_are_two CHECK (((NOT ((report_id = other_report_id) AND (report_id IS NOT NULL) AND (other_report_id IS NOT NULL))) AND (NOT ((mention = other_mention) AND (mention IS NOT NULL) AND (other_mention IS NOT NULL))))),
    CONSTRAINT who_judged_keeps_it CHECK ((custodian_id = ANY (custodians)))
);

ALTER TABLE ONLY public.violations_judgement FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_mention (
    id uuid NOT NULL,
    root uuid NOT NULL,
    since smallint NOT NULL,
    until smallint,
    "position" smallint NOT NULL,
    role character varying(12) NOT NULL,
    kind character varying(12) NOT NULL,
    min_size integer,
    best_size integer,
    max_size integer,
    part_of uuid,
    age_min smallint,
    age_max smallint,
    age_said character varying(40) NOT NULL,
    occupation character varying(80) NOT NULL,
    described character varying(120) NOT NULL,
    characteristics integer[] NOT NULL,
    custodian_id integer NOT NULL,
    institution_id integer,
    report_id uuid NOT NULL,
    sex_id smallint,
    CONSTRAINT a_mention_has_a_role CHECK (((role)::text = ANY ((ARRAY['victim'::character varying, 'perpetrator'::character varying, 'informant'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT a_mention_is_of_a_kind CHECK (((kind)::text = ANY ((ARRAY['individual'::character varying, 'group'::character varying, 'institution'::character varying])::text[]))),
    CONSTRAINT ages_are_in_order CHECK ((((age_min IS NULL) OR (age_min >= 0)) AND ((age_max IS NULL) OR (age_max >= 0)) AND ((age_min IS NULL) OR (age_max IS NULL) OR (age_max >= age_min)))),
    CONSTRAINT an_institution_is_named CHECK ((((institution_id IS NOT NULL) AND ((kind)::text = 'institution'::text)) OR (NOT ((kind)::text = 'institution'::text)))),
    CONSTRAINT mention_ends_later CHECK (((until IS NULL) OR (until > since))),
    CONSTRAINT nobody_is_part_of_itself CHECK ((NOT ((part_of = root) AND (part_of IS NOT NULL)))),
    CONSTRAINT only_groups_have_sizes CHECK ((((kind)::text = 'group'::text) OR ((best_size IS NULL) AND (max_size IS NULL) AND (min_size IS NULL)))),
    CONSTRAINT sizes_are_not_negative CHECK ((((min_size IS NULL) OR (min_size >= 0)) AND ((best_size IS NULL) OR (best_size >= 0)) AND ((max_size IS NULL) OR (max_size >= 0))))
);

ALTER TABLE ONLY public.violations_mention FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_person (
    id uuid NOT NULL,
    custodians integer[] NOT NULL,
    kind character varying(12) NOT NULL,
    age_min smallint,
    age_max smallint,
    characteristics integer[] NOT NULL,
    min_size integer,
    best_size integer,
    max_size integer,
    toll_differs boolean NOT NULL,
    contradictory boolean NOT NULL,
    part_of uuid,
    rules_version smallint NOT NULL,
    institution_id integer,
    sex_id smallint,
    status_id smallint,
    CONSTRAINT no_group_is_part_of_itself CHECK ((NOT ((part_of = id) AND (part_of IS NOT NULL)))),
    CONSTRAINT who_is_no_group_is_one CHECK ((((kind)::text = 'group'::text) OR ((best_size = 1) AND ((kind)::text = ANY ((ARRAY['individual'::character varying, 'group'::character varying, 'institution'::character varying])::text[])) AND (max_size = 1) AND (min_size = 1))))
);

ALTER TABLE ONLY public.violations_person FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_report (
    id uuid NOT NULL,
    reference character varying(24) NOT NULL,
    origin character varying(60) NOT NULL,
    external_id character varying(120) NOT NULL,
    received_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    channel_id smallint,
    custodian_id integer NOT NULL,
    language_id smallint,
    source_institution_id integer,
    source_kind_id smallint NOT NULL,
    batch_id uuid,
    document_id uuid NOT NULL
);

ALTER TABLE ONLY public.violations_report FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_reviewrule (
    custodian_id integer NOT NULL,
    second_person boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by integer,
    why character varying(500) NOT NULL,
    CONSTRAINT a_review_rule_has_a_reason CHECK ((NOT ((why)::text = ''::text)))
);

ALTER TABLE ONLY public.violations_reviewrule FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_revision (
    id uuid NOT NULL,
    number smallint NOT NULL,
    until smallint,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    why character varying(300) NOT NULL,
    summary text NOT NULL,
    fir_number character varying(40) NOT NULL,
    fir_date date,
    sections character varying(200) NOT NULL,
    listed jsonb,
    content_hash bytea NOT NULL,
    batch_id uuid,
    custodian_id integer NOT NULL,
    police_station_id integer,
    relays_id smallint,
    reliability_id smallint,
    report_id uuid NOT NULL,
    wording uuid,
    CONSTRAINT a_revision_ends_with_the_next CHECK (((until IS NULL) OR (until = (number + 1)))),
    CONSTRAINT revisions_count_from_one CHECK ((number >= 1))
);

ALTER TABLE ONLY public.violations_revision FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_safeguard (
    id uuid NOT NULL,
    mention uuid NOT NULL,
    basis character varying(12) NOT NULL,
    risk character varying(12) NOT NULL,
    review_on date,
    contact boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by integer,
    custodian_id integer NOT NULL,
    report_id uuid NOT NULL,
    CONSTRAINT a_basis_is_one_of_two CHECK ((((basis)::text = ''::text) OR ((basis)::text = ANY ((ARRAY['published'::character varying, 'consent'::character varying])::text[])))),
    CONSTRAINT a_risk_is_one_of_four CHECK (((risk)::text = ANY ((ARRAY['unknown'::character varying, 'low'::character varying, 'raised'::character varying, 'high'::character varying])::text[])))
);

ALTER TABLE ONLY public.violations_safeguard FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_unfinished (
    id uuid NOT NULL,
    custodian_id integer NOT NULL,
    made_by integer NOT NULL,
    form smallint NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT unfinished_form_is_known CHECK ((form >= 1))
);

ALTER TABLE ONLY public.violations_unfinished FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_victimstatus (
    id uuid NOT NULL,
    root uuid NOT NULL,
    since smallint NOT NULL,
    until smallint,
    mention uuid NOT NULL,
    happened character varying(40) NOT NULL,
    happened_first date,
    happened_last date,
    custodian_id integer NOT NULL,
    report_id uuid NOT NULL,
    status_id smallint NOT NULL,
    CONSTRAINT status_ends_after_it_begins CHECK (((happened_first IS NULL) OR (happened_last IS NULL) OR (happened_last >= happened_first))),
    CONSTRAINT status_ends_later CHECK (((until IS NULL) OR (until > since)))
);

ALTER TABLE ONLY public.violations_victimstatus FORCE ROW LEVEL SECURITY;

CREATE TABLE public.violations_violation (
    id uuid NOT NULL,
    custodians integer[] NOT NULL,
    happened character varying(40) NOT NULL,
    happened_first date,
    happened_last date,
    perpetrator_types integer[] NOT NULL,
    state character varying(14) NOT NULL,
    verified_on date,
    nobody boolean NOT NULL,
    differs character varying(20)[] NOT NULL,
    rules_version smallint NOT NULL,
    district_id integer,
    event_id uuid NOT NULL,
    kind_of_place_id smallint,
    means_id smallint,
    person_id uuid NOT NULL,
    place_id integer,
    province_id integer,
    standard_id smallint,
    stated_reason_id smallint,
    type_id smallint NOT NULL
);

ALTER TABLE ONLY public.violations_violation FORCE ROW LEVEL SECURITY;

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.strategies_clause
    ADD CONSTRAINT a_clause_once_in_a_draft UNIQUE (draft_id, identity);

ALTER TABLE ONLY public.strategies_consultation
    ADD CONSTRAINT a_workshop_once_on_a_draft UNIQUE (draft_id, gathering_id);

ALTER TABLE ONLY public.accounts_approval
    ADD CONSTRAINT accounts_approval_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_grant
    ADD CONSTRAINT accounts_grant_pkey PRIMARY KEY (approval_id);

ALTER TABLE ONLY public.accounts_keptedit
    ADD CONSTRAINT accounts_keptedit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_link
    ADD CONSTRAINT accounts_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_link
    ADD CONSTRAINT accounts_link_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.accounts_notice
    ADD CONSTRAINT accounts_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_office
    ADD CONSTRAINT accounts_office_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_office
    ADD CONSTRAINT accounts_office_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.accounts_posting
    ADD CONSTRAINT accounts_posting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_sharingrule
    ADD CONSTRAINT accounts_sharingrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_tie
    ADD CONSTRAINT accounts_tie_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_username_key UNIQUE (username);

ALTER TABLE ONLY public.accounts_usersession
    ADD CONSTRAINT accounts_usersession_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.violations_act
    ADD CONSTRAINT act_of_its_report UNIQUE (report_id, id, custodian_id);

ALTER TABLE ONLY public.strategies_plannedaction
    ADD CONSTRAINT an_action_once_in_a_draft UNIQUE (draft_id, identity);

ALTER TABLE ONLY public.commitments_answer
    ADD CONSTRAINT answer_to_action_once UNIQUE (action_id, wider_id);

ALTER TABLE ONLY public.commitments_answer
    ADD CONSTRAINT answer_to_clause_once UNIQUE (action_id, clause);

ALTER TABLE ONLY public.commitments_answer
    ADD CONSTRAINT answer_to_recommendation_once UNIQUE (action_id, recommendation_id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_cluster
    ADD CONSTRAINT cluster_named_once UNIQUE (custodian_id, name);

ALTER TABLE ONLY public.codes_code
    ADD CONSTRAINT code_slug_once UNIQUE (vocabulary_id, slug);

ALTER TABLE ONLY public.codes_code
    ADD CONSTRAINT codes_code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.codes_loaded
    ADD CONSTRAINT codes_loaded_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.codes_vocabulary
    ADD CONSTRAINT codes_vocabulary_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.codes_vocabulary
    ADD CONSTRAINT codes_vocabulary_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.commitments_action
    ADD CONSTRAINT commitments_action_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_answer
    ADD CONSTRAINT commitments_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_bottleneck
    ADD CONSTRAINT commitments_bottleneck_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_cluster
    ADD CONSTRAINT commitments_cluster_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_decision
    ADD CONSTRAINT commitments_decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_evidence
    ADD CONSTRAINT commitments_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_focalpoint
    ADD CONSTRAINT commitments_focalpoint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_indicator
    ADD CONSTRAINT commitments_indicator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_milestone
    ADD CONSTRAINT commitments_milestone_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_progress
    ADD CONSTRAINT commitments_progress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_reading
    ADD CONSTRAINT commitments_reading_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_recommendation
    ADD CONSTRAINT commitments_recommendation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.commitments_target
    ADD CONSTRAINT commitments_target_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_custodiankey
    ADD CONSTRAINT custodian_key_version UNIQUE (custodian_id, version);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.strategies_draft
    ADD CONSTRAINT drafts_are_numbered UNIQUE (strategy_id, number);

ALTER TABLE ONLY public.violations_edited
    ADD CONSTRAINT edited_once_in_a_batch UNIQUE (batch_id, report_id, field);

ALTER TABLE ONLY public.exchange_import
    ADD CONSTRAINT exchange_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.exchange_importfinding
    ADD CONSTRAINT exchange_importfinding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.figures_publishedfigure
    ADD CONSTRAINT figures_publishedfigure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.figures_publishedtable
    ADD CONSTRAINT figures_publishedtable_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.figures_savedtable
    ADD CONSTRAINT figures_savedtable_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.figures_snapshot
    ADD CONSTRAINT figures_snapshot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.figures_takenout
    ADD CONSTRAINT figures_takenout_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_gathering
    ADD CONSTRAINT gathering_with_custodian UNIQUE (id, custodian_id);

ALTER TABLE ONLY public.gatherings_agendaitem
    ADD CONSTRAINT gatherings_agendaitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_followup
    ADD CONSTRAINT gatherings_followup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_gathering
    ADD CONSTRAINT gatherings_gathering_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_gathering
    ADD CONSTRAINT gatherings_gathering_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.gatherings_group
    ADD CONSTRAINT gatherings_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_groupmember
    ADD CONSTRAINT gatherings_groupmember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_invitation
    ADD CONSTRAINT gatherings_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_listtaken
    ADD CONSTRAINT gatherings_listtaken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_material
    ADD CONSTRAINT gatherings_material_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_participant
    ADD CONSTRAINT gatherings_participant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_sameparticipant
    ADD CONSTRAINT gatherings_sameparticipant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gatherings_group
    ADD CONSTRAINT group_with_custodian UNIQUE (id, custodian_id);

ALTER TABLE ONLY public.institutions_institutionname
    ADD CONSTRAINT institution_name_once UNIQUE (institution_id, folded);

ALTER TABLE ONLY public.institutions_institution
    ADD CONSTRAINT institutions_institution_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.institutions_institution
    ADD CONSTRAINT institutions_institution_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.institutions_institutionname
    ADD CONSTRAINT institutions_institutionname_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_keywrap
    ADD CONSTRAINT key_wrap_once UNIQUE (key_id, unlocker_id);

ALTER TABLE ONLY public.vault_keywrap
    ADD CONSTRAINT key_wrap_once_for_two UNIQUE (key_id, first_id, second_id);

ALTER TABLE ONLY public.ledger_change
    ADD CONSTRAINT ledger_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ledger_checkpoint
    ADD CONSTRAINT ledger_checkpoint_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.ledger_deed
    ADD CONSTRAINT ledger_deed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ledger_leaf
    ADD CONSTRAINT ledger_leaf_deed_key UNIQUE (deed);

ALTER TABLE ONLY public.ledger_leaf
    ADD CONSTRAINT ledger_leaf_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.ledger_waiting
    ADD CONSTRAINT ledger_waiting_pkey PRIMARY KEY (deed);

ALTER TABLE ONLY public.matching_pair
    ADD CONSTRAINT matching_pair_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.matching_run
    ADD CONSTRAINT matching_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.matching_weights
    ADD CONSTRAINT matching_weights_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT mention_of_its_report UNIQUE (report_id, id, custodian_id);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_coverageday
    ADD CONSTRAINT one_coverage_per_day UNIQUE (custodian_id, institution_id, day);

ALTER TABLE ONLY public.projects_coverage
    ADD CONSTRAINT one_coverage_per_place UNIQUE (project_id, place_id);

ALTER TABLE ONLY public.gatherings_group
    ADD CONSTRAINT one_group_per_number UNIQUE (gathering_id, number);

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT one_intervention_per_number UNIQUE (root, number);

ALTER TABLE ONLY public.gatherings_invitation
    ADD CONSTRAINT one_invitation_per_seat UNIQUE (gathering_id, institution_id, seat);

ALTER TABLE ONLY public.accounts_keptedit
    ADD CONSTRAINT one_kept_edit_of_a_record UNIQUE (user_id, kind, record);

ALTER TABLE ONLY public.matching_pair
    ADD CONSTRAINT one_pair_of_two UNIQUE (one, other);

ALTER TABLE ONLY public.gatherings_groupmember
    ADD CONSTRAINT one_part_per_group_member UNIQUE (group_id, participant_id);

ALTER TABLE ONLY public.projects_partner
    ADD CONSTRAINT one_part_per_partner UNIQUE (project_id, institution_id, part);

ALTER TABLE ONLY public.gatherings_participant
    ADD CONSTRAINT one_participant_per_form UNIQUE (gathering_id, form);

ALTER TABLE ONLY public.figures_publishedfigure
    ADD CONSTRAINT one_published_figure_per_place UNIQUE (table_id, "position");

ALTER TABLE ONLY public.figures_publishedtable
    ADD CONSTRAINT one_published_table_per_version UNIQUE (key, version);

ALTER TABLE ONLY public.violations_revision
    ADD CONSTRAINT one_revision_per_number UNIQUE (report_id, number);

ALTER TABLE ONLY public.figures_savedtable
    ADD CONSTRAINT one_saved_table_per_version UNIQUE (key, version);

ALTER TABLE ONLY public.violations_violation
    ADD CONSTRAINT one_violation_per_person_and_type UNIQUE (event_id, person_id, type_id);

ALTER TABLE ONLY public.gatherings_participant
    ADD CONSTRAINT participant_with_custodian UNIQUE (id, custodian_id);

ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.places_placecode
    ADD CONSTRAINT place_code_names_one_place UNIQUE (system, code);

ALTER TABLE ONLY public.places_placecode
    ADD CONSTRAINT place_has_one_code_of_a_list UNIQUE (place_id, system);

ALTER TABLE ONLY public.places_placename
    ADD CONSTRAINT place_name_once UNIQUE (place_id, folded);

ALTER TABLE ONLY public.places_placepart
    ADD CONSTRAINT place_part_once UNIQUE (whole_id, part_id);

ALTER TABLE ONLY public.places_edition
    ADD CONSTRAINT places_edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.places_place
    ADD CONSTRAINT places_place_key_key UNIQUE (key);

ALTER TABLE ONLY public.places_place
    ADD CONSTRAINT places_place_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.places_placecode
    ADD CONSTRAINT places_placecode_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.places_placename
    ADD CONSTRAINT places_placename_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.places_placepart
    ADD CONSTRAINT places_placepart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.places_population
    ADD CONSTRAINT places_population_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.places_succession
    ADD CONSTRAINT places_succession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_point
    ADD CONSTRAINT points_are_numbered UNIQUE (draft_id, number);

ALTER TABLE ONLY public.places_population
    ADD CONSTRAINT population_once_a_census UNIQUE (place_id, census_year);

ALTER TABLE ONLY public.accounts_posting
    ADD CONSTRAINT posting_held_once EXCLUDE USING gist (int4range(user_id, user_id, '[]'::text) WITH &&, int4range(office_id, office_id, '[]'::text) WITH &&, daterange(since, until) WITH &&, int4range(hashtext((role)::text), hashtext((role)::text), '[]'::text) WITH &&);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT project_with_custodian UNIQUE (id, custodian_id);

ALTER TABLE ONLY public.projects_coverage
    ADD CONSTRAINT projects_coverage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.projects_partner
    ADD CONSTRAINT projects_partner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.projects_result
    ADD CONSTRAINT projects_result_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT report_with_custodian UNIQUE (id, custodian_id);

ALTER TABLE ONLY public.search_knownword
    ADD CONSTRAINT search_knownword_pkey PRIMARY KEY (word);

ALTER TABLE ONLY public.search_savedsearch
    ADD CONSTRAINT search_savedsearch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.search_searchentry
    ADD CONSTRAINT search_searchentry_pkey PRIMARY KEY (of);

ALTER TABLE ONLY public.search_waiting
    ADD CONSTRAINT search_waiting_pkey PRIMARY KEY (report);

ALTER TABLE ONLY public.strategies_clause
    ADD CONSTRAINT strategies_clause_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_consultation
    ADD CONSTRAINT strategies_consultation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_disposition
    ADD CONSTRAINT strategies_disposition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_draft
    ADD CONSTRAINT strategies_draft_based_on_id_key UNIQUE (based_on_id);

ALTER TABLE ONLY public.strategies_draft
    ADD CONSTRAINT strategies_draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_invitation
    ADD CONSTRAINT strategies_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_plannedaction
    ADD CONSTRAINT strategies_plannedaction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_point
    ADD CONSTRAINT strategies_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_point
    ADD CONSTRAINT strategies_point_slip_key UNIQUE (slip);

ALTER TABLE ONLY public.strategies_pointversion
    ADD CONSTRAINT strategies_pointversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_publication
    ADD CONSTRAINT strategies_publication_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_stagechange
    ADD CONSTRAINT strategies_stagechange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_strategy
    ADD CONSTRAINT strategies_strategy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.strategies_strategy
    ADD CONSTRAINT strategies_strategy_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.strategies_wordfile
    ADD CONSTRAINT strategies_wordfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.places_succession
    ADD CONSTRAINT succession_once UNIQUE (predecessor_id, successor_id);

ALTER TABLE ONLY public.commitments_target
    ADD CONSTRAINT target_once_a_year UNIQUE (indicator_id, year);

ALTER TABLE ONLY public.vault_custodiankey
    ADD CONSTRAINT vault_custodiankey_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_envelope
    ADD CONSTRAINT vault_envelope_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_erased
    ADD CONSTRAINT vault_erased_pkey PRIMARY KEY (row_id, of);

ALTER TABLE ONLY public.vault_escrowparty
    ADD CONSTRAINT vault_escrowparty_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_keywrap
    ADD CONSTRAINT vault_keywrap_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_look
    ADD CONSTRAINT vault_look_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_number
    ADD CONSTRAINT vault_number_pkey PRIMARY KEY (row_id, kind, hash);

ALTER TABLE ONLY public.vault_original
    ADD CONSTRAINT vault_original_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_original
    ADD CONSTRAINT vault_original_sha256_sealed_key UNIQUE (sha256_sealed);

ALTER TABLE ONLY public.vault_sealed
    ADD CONSTRAINT vault_sealed_pkey PRIMARY KEY (row_id, of);

ALTER TABLE ONLY public.vault_unlocker
    ADD CONSTRAINT vault_unlocker_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_account
    ADD CONSTRAINT violations_account_pkey PRIMARY KEY (report_id);

ALTER TABLE ONLY public.violations_act
    ADD CONSTRAINT violations_act_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_alleged
    ADD CONSTRAINT violations_alleged_pkey PRIMARY KEY (report_id, institution_id);

ALTER TABLE ONLY public.violations_batch
    ADD CONSTRAINT violations_batch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_batch
    ADD CONSTRAINT violations_batch_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.violations_consent
    ADD CONSTRAINT violations_consent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_coverageday
    ADD CONSTRAINT violations_coverageday_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_danger
    ADD CONSTRAINT violations_danger_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_document
    ADD CONSTRAINT violations_document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_edited
    ADD CONSTRAINT violations_edited_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_event
    ADD CONSTRAINT violations_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_event
    ADD CONSTRAINT violations_event_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.violations_evidence
    ADD CONSTRAINT violations_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_ground
    ADD CONSTRAINT violations_ground_pkey PRIMARY KEY (act);

ALTER TABLE ONLY public.violations_identity
    ADD CONSTRAINT violations_identity_pkey PRIMARY KEY (mention);

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT violations_intervention_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_involvement
    ADD CONSTRAINT violations_involvement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_judgement
    ADD CONSTRAINT violations_judgement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT violations_mention_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_person
    ADD CONSTRAINT violations_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT violations_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT violations_report_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.violations_reviewrule
    ADD CONSTRAINT violations_reviewrule_pkey PRIMARY KEY (custodian_id);

ALTER TABLE ONLY public.violations_revision
    ADD CONSTRAINT violations_revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_safeguard
    ADD CONSTRAINT violations_safeguard_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_unfinished
    ADD CONSTRAINT violations_unfinished_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_victimstatus
    ADD CONSTRAINT violations_victimstatus_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_violation
    ADD CONSTRAINT violations_violation_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX a_judgement_is_undone_once ON public.violations_judgement USING btree (undoes_id) WHERE (undoes_id IS NOT NULL);

CREATE INDEX accounts_approval_approved_by_id_4099a7ab ON public.accounts_approval USING btree (approved_by_id);

CREATE INDEX accounts_approval_asked_by_id_10a0a023 ON public.accounts_approval USING btree (asked_by_id);

CREATE INDEX accounts_approval_custodian_id_582e62b6 ON public.accounts_approval USING btree (custodian_id);

CREATE INDEX accounts_approval_office_id_b9918be6 ON public.accounts_approval USING btree (office_id);

CREATE INDEX accounts_approval_refused_by_id_131d98cd ON public.accounts_approval USING btree (refused_by_id);

CREATE INDEX accounts_approval_reviewed_by_id_d223c502 ON public.accounts_approval USING btree (reviewed_by_id);

CREATE INDEX accounts_grant_user_id_7b34be41 ON public.accounts_grant USING btree (user_id);

CREATE INDEX accounts_keptedit_custodian_id_0c59cb2e ON public.accounts_keptedit USING btree (custodian_id);

CREATE INDEX accounts_link_custodian_id_1d649302 ON public.accounts_link USING btree (custodian_id);

CREATE INDEX accounts_link_made_by_id_59082551 ON public.accounts_link USING btree (made_by_id);

CREATE INDEX accounts_link_revoked_by_id_91274fd5 ON public.accounts_link USING btree (revoked_by_id);

CREATE INDEX accounts_link_token_hash_79d6fd32_like ON public.accounts_link USING btree (token_hash varchar_pattern_ops);

CREATE INDEX accounts_notice_office_id_ba777bef ON public.accounts_notice USING btree (office_id);

CREATE INDEX accounts_notice_seen_by_id_2aec965a ON public.accounts_notice USING btree (seen_by_id);

CREATE INDEX accounts_office_institution_id_e8eb7722 ON public.accounts_office USING btree (institution_id);

CREATE INDEX accounts_office_parent_id_f8315d63 ON public.accounts_office USING btree (parent_id);

CREATE INDEX accounts_office_place_id_a9ae7482 ON public.accounts_office USING btree (place_id);

CREATE INDEX accounts_office_slug_0b9031b7_like ON public.accounts_office USING btree (slug varchar_pattern_ops);

CREATE INDEX accounts_posting_office_id_8e2b9d84 ON public.accounts_posting USING btree (office_id);

CREATE INDEX accounts_posting_user_id_4e55c094 ON public.accounts_posting USING btree (user_id);

CREATE INDEX accounts_sharingrule_by_id_95f9583a ON public.accounts_sharingrule USING btree (by_id);

CREATE INDEX accounts_sharingrule_giver_id_2e4e0ab0 ON public.accounts_sharingrule USING btree (giver_id);

CREATE INDEX accounts_sharingrule_receiver_id_3b8bbb2f ON public.accounts_sharingrule USING btree (receiver_id);

CREATE INDEX accounts_tie_by_id_5cfbd157 ON public.accounts_tie USING btree (by_id);

CREATE INDEX accounts_tie_institution_id_79610a64 ON public.accounts_tie USING btree (institution_id);

CREATE INDEX accounts_tie_user_id_6a7a4a59 ON public.accounts_tie USING btree (user_id);

CREATE INDEX accounts_user_created_by_id_ba68b522 ON public.accounts_user USING btree (created_by_id);

CREATE INDEX accounts_user_username_6088629e_like ON public.accounts_user USING btree (username varchar_pattern_ops);

CREATE INDEX accounts_usersession_expire_date_70873773 ON public.accounts_usersession USING btree (expire_date);

CREATE INDEX accounts_usersession_session_key_7ce13c12_like ON public.accounts_usersession USING btree (session_key varchar_pattern_ops);

CREATE INDEX accounts_usersession_user_id_567c9519 ON public.accounts_usersession USING btree (user_id);

CREATE INDEX action_of_lead ON public.commitments_action USING btree (custodian_id, lead_id);

CREATE INDEX answer_by_clause ON public.commitments_answer USING btree (clause) WHERE (clause IS NOT NULL);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX bottleneck_by_kind ON public.commitments_bottleneck USING btree (custodian_id, kind_id);

CREATE INDEX change_of_row ON public.ledger_change USING btree (kind, "row", id DESC);

CREATE INDEX clauses_in_order ON public.strategies_clause USING btree (draft_id, "order");

CREATE INDEX codes_code_parent_id_0b9fb235 ON public.codes_code USING btree (parent_id);

CREATE INDEX codes_code_vocabulary_id_7cbcf8ea ON public.codes_code USING btree (vocabulary_id);

CREATE INDEX codes_vocabulary_slug_ea98c4ca_like ON public.codes_vocabulary USING btree (slug varchar_pattern_ops);

CREATE INDEX commitments_action_custodian_id_1206c8b6 ON public.commitments_action USING btree (custodian_id);

CREATE INDEX commitments_action_kind_id_f4bc9126 ON public.commitments_action USING btree (kind_id);

CREATE INDEX commitments_action_lead_id_2e109d65 ON public.commitments_action USING btree (lead_id);

CREATE INDEX commitments_answer_action_id_3cb9896d ON public.commitments_answer USING btree (action_id);

CREATE INDEX commitments_answer_custodian_id_43383b6f ON public.commitments_answer USING btree (custodian_id);

CREATE INDEX commitments_answer_recommendation_id_b781b8fe ON public.commitments_answer USING btree (recommendation_id);

CREATE INDEX commitments_answer_wider_id_74b83094 ON public.commitments_answer USING btree (wider_id);

CREATE INDEX commitments_bottleneck_action_id_016ee47e ON public.commitments_bottleneck USING btree (action_id);

CREATE INDEX commitments_bottleneck_custodian_id_3ffd8d73 ON public.commitments_bottleneck USING btree (custodian_id);

CREATE INDEX commitments_bottleneck_kind_id_28bd6417 ON public.commitments_bottleneck USING btree (kind_id);

CREATE INDEX commitments_cluster_custodian_id_487b43cb ON public.commitments_cluster USING btree (custodian_id);

CREATE INDEX commitments_decision_action_id_f7455589 ON public.commitments_decision USING btree (action_id);

CREATE INDEX commitments_decision_custodian_id_403d3224 ON public.commitments_decision USING btree (custodian_id);

CREATE INDEX commitments_decision_lead_id_6872af39 ON public.commitments_decision USING btree (lead_id);

CREATE INDEX commitments_evidence_action_id_db28f613 ON public.commitments_evidence USING btree (action_id);

CREATE INDEX commitments_evidence_custodian_id_da95b207 ON public.commitments_evidence USING btree (custodian_id);

CREATE INDEX commitments_evidence_focal_point_id_02f2598a ON public.commitments_evidence USING btree (focal_point_id);

CREATE INDEX commitments_evidence_link_id_b47ac756 ON public.commitments_evidence USING btree (link_id);

CREATE INDEX commitments_evidence_progress_id_73cf343f ON public.commitments_evidence USING btree (progress_id);

CREATE INDEX commitments_focalpoint_custodian_id_e825ef76 ON public.commitments_focalpoint USING btree (custodian_id);

CREATE INDEX commitments_focalpoint_institution_id_51b9ffc9 ON public.commitments_focalpoint USING btree (institution_id);

CREATE INDEX commitments_indicator_action_id_05c690c0 ON public.commitments_indicator USING btree (action_id);

CREATE INDEX commitments_indicator_custodian_id_991c19f2 ON public.commitments_indicator USING btree (custodian_id);

CREATE INDEX commitments_milestone_action_id_111e75cd ON public.commitments_milestone USING btree (action_id);

CREATE INDEX commitments_milestone_custodian_id_407c5ed7 ON public.commitments_milestone USING btree (custodian_id);

CREATE INDEX commitments_progress_action_id_edcba620 ON public.commitments_progress USING btree (action_id);

CREATE INDEX commitments_progress_custodian_id_62cc54d3 ON public.commitments_progress USING btree (custodian_id);

CREATE INDEX commitments_progress_focal_point_id_b69b72fc ON public.commitments_progress USING btree (focal_point_id);

CREATE INDEX commitments_progress_link_id_5dd0c154 ON public.commitments_progress USING btree (link_id);

CREATE INDEX commitments_reading_custodian_id_364babd9 ON public.commitments_reading USING btree (custodian_id);

CREATE INDEX commitments_reading_indicator_id_e2976603 ON public.commitments_reading USING btree (indicator_id);

CREATE INDEX commitments_recommendation_cluster_id_eb6bd540 ON public.commitments_recommendation USING btree (cluster_id);

CREATE INDEX commitments_recommendation_custodian_id_b8a96ecf ON public.commitments_recommendation USING btree (custodian_id);

CREATE INDEX commitments_recommendation_kind_id_4aaa3ab6 ON public.commitments_recommendation USING btree (kind_id);

CREATE INDEX commitments_recommendation_lead_id_95174e39 ON public.commitments_recommendation USING btree (lead_id);

CREATE INDEX commitments_target_custodian_id_cc3212c4 ON public.commitments_target USING btree (custodian_id);

CREATE INDEX commitments_target_indicator_id_604d7b97 ON public.commitments_target USING btree (indicator_id);

CREATE INDEX consent_latest ON public.violations_consent USING btree (mention, use, id DESC);

CREATE UNIQUE INDEX custodian_key_one_current ON public.vault_custodiankey USING btree (custodian_id) WHERE (until IS NULL);

CREATE INDEX danger_now ON public.violations_danger USING btree (custodian_id, told_at) WHERE (ended_at IS NULL);

CREATE INDEX deed_about ON public.ledger_deed USING btree (object_kind, object_id, id);

CREATE INDEX deed_of ON public.ledger_deed USING btree (actor, id);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE UNIQUE INDEX escrow_party_one_current ON public.vault_escrowparty USING btree (name) WHERE (until IS NULL);

CREATE INDEX event_by_day ON public.violations_event USING btree (sorted_on DESC, id DESC) INCLUDE (custodians, province_id, district_id, state, act_types, source_kinds, withdrawn);

CREATE INDEX event_in_district ON public.violations_event USING btree (district_id, sorted_on DESC, id DESC) INCLUDE (custodians, province_id, state, act_types, source_kinds, withdrawn);

CREATE INDEX event_in_province ON public.violations_event USING btree (province_id, sorted_on DESC, id DESC) INCLUDE (custodians, district_id, state, act_types, source_kinds, withdrawn);

CREATE INDEX event_in_state ON public.violations_event USING btree (state, sorted_on DESC, id DESC) INCLUDE (custodians, province_id, district_id, act_types, source_kinds, withdrawn);

CREATE INDEX event_waiting ON public.violations_event USING btree (state, received_on, id) INCLUDE (custodians, province_id, withdrawn) WHERE ((state)::text = ANY ((ARRAY['new'::character varying, 'under_review'::character varying, 'mixed'::character varying])::text[]));

CREATE INDEX exchange_import_batch_id_9424ea60 ON public.exchange_import USING btree (batch_id);

CREATE INDEX exchange_import_custodian_id_4fa377e6 ON public.exchange_import USING btree (custodian_id);

CREATE INDEX exchange_importfinding_imported_id_ae56d61a ON public.exchange_importfinding USING btree (imported_id);

CREATE INDEX figures_publishedfigure_table_id_5dda2575 ON public.figures_publishedfigure USING btree (table_id);

CREATE INDEX figures_publishedtable_custodian_id_26ca77b0 ON public.figures_publishedtable USING btree (custodian_id);

CREATE INDEX figures_savedtable_custodian_id_5d51c001 ON public.figures_savedtable USING btree (custodian_id);

CREATE INDEX figures_savedtable_snapshot_id_19d3f635 ON public.figures_savedtable USING btree (snapshot_id);

CREATE INDEX figures_savedtable_snapshot_id_19d3f635_like ON public.figures_savedtable USING btree (snapshot_id varchar_pattern_ops);

CREATE INDEX figures_snapshot_id_86b0aeee_like ON public.figures_snapshot USING btree (id varchar_pattern_ops);

CREATE INDEX figures_takenout_custodian_id_b94af70d ON public.figures_takenout USING btree (custodian_id);

CREATE INDEX finding_by_row ON public.exchange_importfinding USING btree (imported_id, "row");

CREATE INDEX gathering_by_day ON public.gatherings_gathering USING btree (custodian_id, first_day DESC);

CREATE INDEX gatherings_agendaitem_gathering_id_7f909def ON public.gatherings_agendaitem USING btree (gathering_id);

CREATE INDEX gatherings_agendaitem_institution_id_8b11f5d2 ON public.gatherings_agendaitem USING btree (institution_id);

CREATE INDEX gatherings_followup_gathering_id_e86b6422 ON public.gatherings_followup USING btree (gathering_id);

CREATE INDEX gatherings_followup_institution_id_4c50d19d ON public.gatherings_followup USING btree (institution_id);

CREATE INDEX gatherings_gathering_custodian_id_9919993a ON public.gatherings_gathering USING btree (custodian_id);

CREATE INDEX gatherings_gathering_partner_id_e381d953 ON public.gatherings_gathering USING btree (partner_id);

CREATE INDEX gatherings_gathering_project_id_fd1ab4f8 ON public.gatherings_gathering USING btree (project_id);

CREATE INDEX gatherings_gathering_reference_3cdaccc7_like ON public.gatherings_gathering USING btree (reference varchar_pattern_ops);

CREATE INDEX gatherings_group_gathering_id_2918b0d0 ON public.gatherings_group USING btree (gathering_id);

CREATE INDEX gatherings_groupmember_group_id_a50a4d42 ON public.gatherings_groupmember USING btree (group_id);

CREATE INDEX gatherings_groupmember_participant_id_dca7d43f ON public.gatherings_groupmember USING btree (participant_id);

CREATE INDEX gatherings_invitation_gathering_id_e2de4a67 ON public.gatherings_invitation USING btree (gathering_id);

CREATE INDEX gatherings_invitation_institution_id_5298cd05 ON public.gatherings_invitation USING btree (institution_id);

CREATE INDEX gatherings_listtaken_gathering_id_1f5568f9 ON public.gatherings_listtaken USING btree (gathering_id);

CREATE INDEX gatherings_material_gathering_id_e40ecc56 ON public.gatherings_material USING btree (gathering_id);

CREATE INDEX gatherings_participant_gathering_id_8fd2c263 ON public.gatherings_participant USING btree (gathering_id);

CREATE INDEX gatherings_participant_institution_id_52a72052 ON public.gatherings_participant USING btree (institution_id);

CREATE INDEX gatherings_participant_person_ec20da4b ON public.gatherings_participant USING btree (person);

CREATE INDEX gatherings_sameparticipant_custodian_id_35d2aa0e ON public.gatherings_sameparticipant USING btree (custodian_id);

CREATE INDEX gatherings_sameparticipant_one_id_82c0cdfd ON public.gatherings_sameparticipant USING btree (one_id);

CREATE INDEX gatherings_sameparticipant_other_id_9b9bab16 ON public.gatherings_sameparticipant USING btree (other_id);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX import_by_time ON public.exchange_import USING btree (custodian_id, made_at DESC);

CREATE INDEX institutions_institution_parent_id_0923b4f5 ON public.institutions_institution USING btree (parent_id);

CREATE INDEX institutions_institution_place_id_fdc59cf0 ON public.institutions_institution USING btree (place_id);

CREATE INDEX institutions_institution_slug_c711c678_like ON public.institutions_institution USING btree (slug varchar_pattern_ops);

CREATE INDEX institutions_institutionname_folded_d4acf006 ON public.institutions_institutionname USING btree (folded);

CREATE INDEX institutions_institutionname_folded_d4acf006_like ON public.institutions_institutionname USING btree (folded varchar_pattern_ops);

CREATE INDEX institutions_institutionname_institution_id_ec10b3c4 ON public.institutions_institutionname USING btree (institution_id);

CREATE INDEX judgement_needs_second ON public.violations_judgement USING btree (id) WHERE needs_second;

CREATE INDEX judgement_together ON public.violations_judgement USING btree (together) WHERE (together IS NOT NULL);

CREATE INDEX link_of_object ON public.accounts_link USING btree (of, purpose);

CREATE INDEX look_at_custodian ON public.vault_look USING btree (custodian_id, at);

CREATE INDEX look_by_user ON public.vault_look USING btree (user_id, at);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX notice_of_office ON public.accounts_notice USING btree (office_id, seen_at, at DESC);

CREATE INDEX number_same ON public.vault_number USING btree (hash, custodian_id);

CREATE UNIQUE INDEX one_current_act ON public.violations_act USING btree (root) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_current_intervention ON public.violations_intervention USING btree (root) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_current_involvement ON public.violations_involvement USING btree (root) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_current_mention ON public.violations_mention USING btree (root) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_current_published_table ON public.figures_publishedtable USING btree (key) WHERE (replaced_at IS NULL);

CREATE UNIQUE INDEX one_current_revision ON public.violations_revision USING btree (report_id) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_current_saved_table ON public.figures_savedtable USING btree (key) WHERE (replaced_at IS NULL);

CREATE UNIQUE INDEX one_current_status ON public.violations_victimstatus USING btree (root) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_danger_at_a_time ON public.violations_danger USING btree (report_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_disposition_holds_for_a_point ON public.strategies_disposition USING btree (point_id) WHERE (replaced_at IS NULL);

CREATE UNIQUE INDEX one_publication_of_a_strategy ON public.strategies_publication USING btree (reference) WHERE (withdrawn_at IS NULL);

CREATE UNIQUE INDEX one_published_table_of_a_name ON public.figures_publishedtable USING btree (custodian_id, name) WHERE (replaced_at IS NULL);

CREATE UNIQUE INDEX one_report_per_external_id ON public.violations_report USING btree (custodian_id, origin, external_id) WHERE (NOT ((external_id)::text = ''::text));

CREATE UNIQUE INDEX one_state_of_a_point_per_version ON public.strategies_pointversion USING btree (point_id, version) WHERE (NOT beside);

CREATE INDEX original_same_file ON public.vault_original USING btree (custodian_id, mac);

CREATE INDEX pair_likeliest ON public.matching_pair USING btree (kind, probability DESC, id);

CREATE INDEX person_part_of ON public.violations_person USING btree (part_of) WHERE (part_of IS NOT NULL);

CREATE INDEX places_place_former_parent_id_33723a5b ON public.places_place USING btree (former_parent_id);

CREATE INDEX places_place_key_695ca32b_like ON public.places_place USING btree (key varchar_pattern_ops);

CREATE INDEX places_place_parent_id_593054a7 ON public.places_place USING btree (parent_id);

CREATE INDEX places_placecode_place_id_e6aaf86e ON public.places_placecode USING btree (place_id);

CREATE INDEX places_placecode_system_9e6829b3 ON public.places_placecode USING btree (system);

CREATE INDEX places_placecode_system_9e6829b3_like ON public.places_placecode USING btree (system varchar_pattern_ops);

CREATE INDEX places_placename_folded_87b44c20 ON public.places_placename USING btree (folded);

CREATE INDEX places_placename_folded_87b44c20_like ON public.places_placename USING btree (folded varchar_pattern_ops);

CREATE INDEX places_placename_place_id_785e8bbd ON public.places_placename USING btree (place_id);

CREATE INDEX places_placepart_part_id_5e8f55dc ON public.places_placepart USING btree (part_id);

CREATE INDEX places_placepart_whole_id_706ed212 ON public.places_placepart USING btree (whole_id);

CREATE INDEX places_population_place_id_a6872cd5 ON public.places_population USING btree (place_id);

CREATE INDEX places_succession_predecessor_id_182cacc4 ON public.places_succession USING btree (predecessor_id);

CREATE INDEX places_succession_successor_id_0c76eb9a ON public.places_succession USING btree (successor_id);

CREATE INDEX planned_in_order ON public.strategies_plannedaction USING btree (draft_id, "order");

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX progress_of_action ON public.commitments_progress USING btree (action_id, first DESC, id DESC);

CREATE INDEX progress_to_validate ON public.commitments_progress USING btree (custodian_id) WHERE ((verdict)::text = ''::text);

CREATE INDEX projects_coverage_project_id_725e40e8 ON public.projects_coverage USING btree (project_id);

CREATE INDEX projects_partner_institution_id_1819dee5 ON public.projects_partner USING btree (institution_id);

CREATE INDEX projects_partner_project_id_f7ddeb78 ON public.projects_partner USING btree (project_id);

CREATE INDEX projects_project_custodian_id_834c9774 ON public.projects_project USING btree (custodian_id);

CREATE INDEX projects_project_reference_75990c8b_like ON public.projects_project USING btree (reference varchar_pattern_ops);

CREATE INDEX projects_result_project_id_2b19b56e ON public.projects_result USING btree (project_id);

CREATE INDEX reading_newest ON public.commitments_reading USING btree (indicator_id, made_at DESC);

CREATE UNIQUE INDEX reading_once_a_snapshot ON public.commitments_reading USING btree (indicator_id, snapshot, table_version) WHERE (NOT ((snapshot)::text = ''::text));

CREATE INDEX recommendation_import ON public.commitments_recommendation USING btree (imported) WHERE (imported IS NOT NULL);

CREATE UNIQUE INDEX recommendation_part_once ON public.commitments_recommendation USING btree (custodian_id, source, paragraph, letter) WHERE (NOT ((paragraph)::text = ''::text));

CREATE INDEX recommendation_place ON public.commitments_recommendation USING btree (custodian_id, source, paragraph);

CREATE INDEX report_received ON public.violations_report USING btree (received_on DESC, id DESC) INCLUDE (custodian_id, source_kind_id, batch_id, made_by);

CREATE INDEX report_typed_by ON public.violations_report USING btree (made_by, id DESC) WHERE (batch_id IS NULL);

CREATE INDEX safeguard_latest ON public.violations_safeguard USING btree (mention, id DESC);

CREATE INDEX search_by_day ON public.search_searchentry USING btree (kind, day DESC, of DESC);

CREATE INDEX search_knownword_sound_d04b976b ON public.search_knownword USING btree (sound);

CREATE INDEX search_knownword_sound_d04b976b_like ON public.search_knownword USING btree (sound varchar_pattern_ops);

CREATE INDEX search_knownword_word_a7786581_like ON public.search_knownword USING btree (word varchar_pattern_ops);

CREATE INDEX search_saved_by ON public.search_savedsearch USING btree ("user", custodian_id);

CREATE INDEX search_words ON public.search_searchentry USING gin (words);

CREATE UNIQUE INDEX sharing_one_open_rule ON public.accounts_sharingrule USING btree (giver_id, receiver_id) WHERE (until IS NULL);

CREATE INDEX snapshot_newest ON public.figures_snapshot USING btree (confirmed_at DESC);

CREATE INDEX strategies_consultation_draft_id_6c51465e ON public.strategies_consultation USING btree (draft_id);

CREATE INDEX strategies_consultation_gathering_id_9bf7f389 ON public.strategies_consultation USING btree (gathering_id);

CREATE INDEX strategies_disposition_clause_id_49bf1ff6 ON public.strategies_disposition USING btree (clause_id);

CREATE INDEX strategies_disposition_point_id_47008bb8 ON public.strategies_disposition USING btree (point_id);

CREATE INDEX strategies_draft_custodian_id_1d5c091d ON public.strategies_draft USING btree (custodian_id);

CREATE INDEX strategies_draft_strategy_id_c89d43a5 ON public.strategies_draft USING btree (strategy_id);

CREATE INDEX strategies_invitation_draft_id_e02cd577 ON public.strategies_invitation USING btree (draft_id);

CREATE INDEX strategies_invitation_institution_id_a99c4620 ON public.strategies_invitation USING btree (institution_id);

CREATE INDEX strategies_plannedaction_outcome_id_53ae9c93 ON public.strategies_plannedaction USING btree (outcome_id);

CREATE INDEX strategies_plannedaction_theme_id_e65f496e ON public.strategies_plannedaction USING btree (theme_id);

CREATE INDEX strategies_point_clause_id_793954ea ON public.strategies_point USING btree (clause_id);

CREATE INDEX strategies_point_draft_id_59d4a940 ON public.strategies_point USING btree (draft_id);

CREATE INDEX strategies_point_group_id_615d3b56 ON public.strategies_point USING btree (group_id);

CREATE INDEX strategies_point_invitation_id_1fb4170e ON public.strategies_point USING btree (invitation_id);

CREATE INDEX strategies_pointversion_clause_id_c967d028 ON public.strategies_pointversion USING btree (clause_id);

CREATE INDEX strategies_pointversion_point_id_bcbe3dcc ON public.strategies_pointversion USING btree (point_id);

CREATE INDEX strategies_publication_custodian_id_88e5351f ON public.strategies_publication USING btree (custodian_id);

CREATE INDEX strategies_stagechange_custodian_id_70581028 ON public.strategies_stagechange USING btree (custodian_id);

CREATE INDEX strategies_stagechange_strategy_id_3778d7c4 ON public.strategies_stagechange USING btree (strategy_id);

CREATE INDEX strategies_strategy_custodian_id_d093e5d0 ON public.strategies_strategy USING btree (custodian_id);

CREATE INDEX strategies_strategy_province_id_743eeb4b ON public.strategies_strategy USING btree (province_id);

CREATE INDEX strategies_strategy_reference_0ea2f3d2_like ON public.strategies_strategy USING btree (reference varchar_pattern_ops);

CREATE INDEX strategies_wordfile_custodian_id_135ef68d ON public.strategies_wordfile USING btree (custodian_id);

CREATE INDEX strategies_wordfile_into_id_458f7844 ON public.strategies_wordfile USING btree (into_id);

CREATE INDEX strategies_wordfile_strategy_id_bbca352c ON public.strategies_wordfile USING btree (strategy_id);

CREATE INDEX strategy_by_time ON public.strategies_strategy USING btree (custodian_id, made_at DESC);

CREATE INDEX taken_out_newest ON public.figures_takenout USING btree (custodian_id, at DESC);

CREATE UNIQUE INDEX tie_one_open ON public.accounts_tie USING btree (user_id, institution_id) WHERE (until IS NULL);

CREATE UNIQUE INDEX two_participants_are_judged_once ON public.gatherings_sameparticipant USING btree (one_id, other_id) WHERE (undone_at IS NULL);

CREATE INDEX unfinished_of_user ON public.violations_unfinished USING btree (made_by, saved_at DESC);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unlocker_one_current ON public.vault_unlocker USING btree (user_id) WHERE (until IS NULL);

CREATE INDEX vault_envelope_key_id_e30380a6 ON public.vault_envelope USING btree (key_id);

CREATE INDEX vault_erased_at_74ebab45 ON public.vault_erased USING btree (at);

CREATE INDEX vault_keywrap_first_id_ef06e087 ON public.vault_keywrap USING btree (first_id);

CREATE INDEX vault_keywrap_key_id_c5eb57f1 ON public.vault_keywrap USING btree (key_id);

CREATE INDEX vault_keywrap_second_id_c534418f ON public.vault_keywrap USING btree (second_id);

CREATE INDEX vault_keywrap_unlocker_id_3532f490 ON public.vault_keywrap USING btree (unlocker_id);

CREATE INDEX vault_original_sha256_sealed_eb395dec_like ON public.vault_original USING btree (sha256_sealed varchar_pattern_ops);

CREATE INDEX violations_account_event_id_80a78e2f ON public.violations_account USING btree (event_id);

CREATE INDEX violations_alleged_event_id_94a7e246 ON public.violations_alleged USING btree (event_id);

CREATE INDEX violations_batch_reference_1711c4fe_like ON public.violations_batch USING btree (reference varchar_pattern_ops);

CREATE INDEX violations_consent_report_id_1f5916fc ON public.violations_consent USING btree (report_id);

CREATE INDEX violations_coverageday_institution_id_0cc95cec ON public.violations_coverageday USING btree (institution_id);

CREATE INDEX violations_danger_report_id_abf48fb8 ON public.violations_danger USING btree (report_id);

CREATE INDEX violations_document_batch_id_682dd435 ON public.violations_document USING btree (batch_id);

CREATE INDEX violations_document_institution_id_bb1784a1 ON public.violations_document USING btree (institution_id);

CREATE INDEX violations_document_kind_id_095f64a2 ON public.violations_document USING btree (kind_id);

CREATE INDEX violations_document_language_id_5330e9a6 ON public.violations_document USING btree (language_id);

CREATE INDEX violations_edited_batch_id_86554fb9 ON public.violations_edited USING btree (batch_id);

CREATE INDEX violations_edited_report_id_e1a5b5b0 ON public.violations_edited USING btree (report_id);

CREATE INDEX violations_event_reference_0b5d35cd_like ON public.violations_event USING btree (reference varchar_pattern_ops);

CREATE INDEX violations_evidence_report_id_873da859 ON public.violations_evidence USING btree (report_id);

CREATE INDEX violations_ground_report_id_5ac1324f ON public.violations_ground USING btree (report_id);

CREATE INDEX violations_ground_violation_id_6138653a ON public.violations_ground USING btree (violation_id);

CREATE INDEX violations_identity_person_id_de36735d ON public.violations_identity USING btree (person_id);

CREATE INDEX violations_identity_report_id_6128bab5 ON public.violations_identity USING btree (report_id);

CREATE INDEX violations_intervention_addressed_id_9213b320 ON public.violations_intervention USING btree (addressed_id);

CREATE INDEX violations_intervention_institution_id_e8e24f98 ON public.violations_intervention USING btree (institution_id);

CREATE INDEX violations_intervention_report_id_9b96d7de ON public.violations_intervention USING btree (report_id);

CREATE INDEX violations_involvement_report_id_e256d06f ON public.violations_involvement USING btree (report_id);

CREATE INDEX violations_judgement_act_faa5edb1 ON public.violations_judgement USING btree (act);

CREATE INDEX violations_judgement_batch_id_0e9a87d9 ON public.violations_judgement USING btree (batch_id);

CREATE INDEX violations_judgement_confirms_id_179b9a4e ON public.violations_judgement USING btree (confirms_id);

CREATE INDEX violations_judgement_involvement_6bd428d8 ON public.violations_judgement USING btree (involvement);

CREATE INDEX violations_judgement_mention_f33ca3df ON public.violations_judgement USING btree (mention);

CREATE INDEX violations_judgement_other_mention_d3636d5a ON public.violations_judgement USING btree (other_mention);

CREATE INDEX violations_judgement_other_report_id_d5fb0063 ON public.violations_judgement USING btree (other_report_id);

CREATE INDEX violations_judgement_report_id_dabc19c0 ON public.violations_judgement USING btree (report_id);

CREATE INDEX violations_judgement_undoes_id_3995bfb4 ON public.violations_judgement USING btree (undoes_id);

CREATE INDEX violations_report_batch_id_4541d00e ON public.violations_report USING btree (batch_id);

CREATE INDEX violations_report_document_id_0c328150 ON public.violations_report USING btree (document_id);

CREATE INDEX violations_report_reference_e7f212ef_like ON public.violations_report USING btree (reference varchar_pattern_ops);

CREATE INDEX violations_report_source_institution_id_a5461758 ON public.violations_report USING btree (source_institution_id);

CREATE INDEX violations_revision_batch_id_fd9397d5 ON public.violations_revision USING btree (batch_id);

CREATE INDEX violations_safeguard_report_id_808d2ce2 ON public.violations_safeguard USING btree (report_id);

CREATE INDEX violations_victimstatus_report_id_68acbd0b ON public.violations_victimstatus USING btree (report_id);

CREATE INDEX violations_violation_person_id_0801bd70 ON public.violations_violation USING btree (person_id);

CREATE TRIGGER born_closed AFTER INSERT ON public.violations_act FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.sanad_closed_by_a_revision();

CREATE TRIGGER born_closed AFTER INSERT ON public.violations_involvement FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.sanad_closed_by_a_revision();

CREATE TRIGGER born_closed AFTER INSERT ON public.violations_mention FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.sanad_closed_by_a_revision();

CREATE TRIGGER born_closed AFTER INSERT ON public.violations_victimstatus FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.sanad_closed_by_a_revision();

CREATE TRIGGER closed_by_a_revision AFTER UPDATE OF until ON public.violations_act FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.sanad_closed_by_a_revision();

CREATE TRIGGER closed_by_a_revision AFTER UPDATE OF until ON public.violations_involvement FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.sanad_closed_by_a_revision();

CREATE TRIGGER closed_by_a_revision AFTER UPDATE OF until ON public.violations_mention FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.sanad_closed_by_a_revision();

CREATE TRIGGER closed_by_a_revision AFTER UPDATE OF until ON public.violations_victimstatus FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.sanad_closed_by_a_revision();

CREATE TRIGGER danger_follows AFTER UPDATE OF custodian_id ON public.violations_report FOR EACH ROW WHEN ((old.custodian_id IS DISTINCT FROM new.custodian_id)) EXECUTE FUNCTION public.sanad_danger_follows();

CREATE TRIGGER follows_its_root AFTER INSERT ON public.violations_act FOR EACH ROW WHEN ((new.id <> new.root)) EXECUTE FUNCTION public.sanad_follows_its_root();

CREATE TRIGGER follows_its_root AFTER INSERT ON public.violations_involvement FOR EACH ROW WHEN ((new.id <> new.root)) EXECUTE FUNCTION public.sanad_follows_its_root();

CREATE TRIGGER follows_its_root AFTER INSERT ON public.violations_mention FOR EACH ROW WHEN ((new.id <> new.root)) EXECUTE FUNCTION public.sanad_follows_its_root();

CREATE TRIGGER follows_its_root AFTER INSERT ON public.violations_victimstatus FOR EACH ROW WHEN ((new.id <> new.root)) EXECUTE FUNCTION public.sanad_follows_its_root();

CREATE TRIGGER judges_what_is_there AFTER INSERT ON public.violations_judgement FOR EACH ROW WHEN ((new.batch_id IS NULL)) EXECUTE FUNCTION public.sanad_judges_what_is_there();

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_approval FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'office_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_link FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', 'browser_hash taken_at to_name');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_office FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_posting FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'office_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_sharingrule FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'giver_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_tie FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', 'password last_login one_time_expires');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.codes_code FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.codes_vocabulary FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_action FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_answer FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_bottleneck FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_cluster FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_decision FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_evidence FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_focalpoint FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_indicator FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_milestone FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_progress FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_recommendation FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.commitments_target FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.figures_publishedtable FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.figures_savedtable FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_agendaitem FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_followup FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_gathering FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_group FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_groupmember FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_invitation FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_material FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_participant FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', 'person');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.gatherings_sameparticipant FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.institutions_institution FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.institutions_institutionname FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.matching_run FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.places_place FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.projects_coverage FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.projects_partner FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.projects_project FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.projects_result FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.strategies_clause FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.strategies_disposition FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.strategies_draft FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.strategies_invitation FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.strategies_plannedaction FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.strategies_point FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.strategies_strategy FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.vault_custodiankey FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.vault_escrowparty FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.vault_unlocker FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', 'locked');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.violations_batch FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.violations_coverageday FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.violations_danger FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.violations_reviewrule FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('custodian_id', 'custodian_id', '');

CREATE TRIGGER ledger_wait AFTER INSERT ON public.ledger_deed FOR EACH ROW EXECUTE FUNCTION public.ledger_wait();

CREATE TRIGGER nothing_to_a_retired_key BEFORE INSERT OR UPDATE ON public.vault_envelope FOR EACH ROW EXECUTE FUNCTION public.vault_refuse_retired_key();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER search_come AFTER INSERT ON public.violations_account REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.sanad_search_follow();

CREATE TRIGGER search_gone AFTER DELETE ON public.violations_account REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.sanad_search_follow();

CREATE TRIGGER search_heeds AFTER INSERT ON public.violations_consent REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.sanad_search_heed();

CREATE TRIGGER search_papers_gone AFTER DELETE ON public.violations_document REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.sanad_search_papers();

CREATE TRIGGER stays_closed BEFORE UPDATE OF until ON public.violations_act FOR EACH ROW WHEN (((old.until IS NOT NULL) AND (CURRENT_USER = 'sanad_app'::name))) EXECUTE FUNCTION public.sanad_stays_closed();

CREATE TRIGGER stays_closed BEFORE UPDATE OF until ON public.violations_involvement FOR EACH ROW WHEN (((old.until IS NOT NULL) AND (CURRENT_USER = 'sanad_app'::name))) EXECUTE FUNCTION public.sanad_stays_closed();

CREATE TRIGGER stays_closed BEFORE UPDATE OF until ON public.violations_mention FOR EACH ROW WHEN (((old.until IS NOT NULL) AND (CURRENT_USER = 'sanad_app'::name))) EXECUTE FUNCTION public.sanad_stays_closed();

CREATE TRIGGER stays_closed BEFORE UPDATE OF until ON public.violations_revision FOR EACH ROW WHEN (((old.until IS NOT NULL) AND (CURRENT_USER = 'sanad_app'::name))) EXECUTE FUNCTION public.sanad_stays_closed();

CREATE TRIGGER stays_closed BEFORE UPDATE OF until ON public.violations_victimstatus FOR EACH ROW WHEN (((old.until IS NOT NULL) AND (CURRENT_USER = 'sanad_app'::name))) EXECUTE FUNCTION public.sanad_stays_closed();

ALTER TABLE ONLY public.violations_account
    ADD CONSTRAINT account_of_event FOREIGN KEY (event_id) REFERENCES public.violations_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_account
    ADD CONSTRAINT account_of_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_approval
    ADD CONSTRAINT accounts_approval_approved_by_id_4099a7ab_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_approval
    ADD CONSTRAINT accounts_approval_asked_by_id_10a0a023_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_approval
    ADD CONSTRAINT accounts_approval_custodian_id_582e62b6_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_approval
    ADD CONSTRAINT accounts_approval_office_id_b9918be6_fk_accounts_office_id FOREIGN KEY (office_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_approval
    ADD CONSTRAINT accounts_approval_refused_by_id_131d98cd_fk_accounts_user_id FOREIGN KEY (refused_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_approval
    ADD CONSTRAINT accounts_approval_reviewed_by_id_d223c502_fk_accounts_user_id FOREIGN KEY (reviewed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_grant
    ADD CONSTRAINT accounts_grant_approval_id_c2eb886d_fk_accounts_approval_id FOREIGN KEY (approval_id) REFERENCES public.accounts_approval(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_grant
    ADD CONSTRAINT accounts_grant_user_id_7b34be41_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_keptedit
    ADD CONSTRAINT accounts_keptedit_custodian_id_0c59cb2e_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_keptedit
    ADD CONSTRAINT accounts_keptedit_user_id_2d7710fc_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_link
    ADD CONSTRAINT accounts_link_custodian_id_1d649302_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_link
    ADD CONSTRAINT accounts_link_made_by_id_59082551_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_link
    ADD CONSTRAINT accounts_link_revoked_by_id_91274fd5_fk_accounts_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_notice
    ADD CONSTRAINT accounts_notice_office_id_ba777bef_fk_accounts_office_id FOREIGN KEY (office_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_notice
    ADD CONSTRAINT accounts_notice_seen_by_id_2aec965a_fk_accounts_user_id FOREIGN KEY (seen_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_office
    ADD CONSTRAINT accounts_office_institution_id_e8eb7722_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_office
    ADD CONSTRAINT accounts_office_parent_id_f8315d63_fk_accounts_office_id FOREIGN KEY (parent_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_office
    ADD CONSTRAINT accounts_office_place_id_a9ae7482_fk_places_place_id FOREIGN KEY (place_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_posting
    ADD CONSTRAINT accounts_posting_office_id_8e2b9d84_fk_accounts_office_id FOREIGN KEY (office_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_posting
    ADD CONSTRAINT accounts_posting_user_id_4e55c094_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_sharingrule
    ADD CONSTRAINT accounts_sharingrule_by_id_95f9583a_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_sharingrule
    ADD CONSTRAINT accounts_sharingrule_giver_id_2e4e0ab0_fk_accounts_office_id FOREIGN KEY (giver_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_sharingrule
    ADD CONSTRAINT accounts_sharingrule_receiver_id_3b8bbb2f_fk_accounts_office_id FOREIGN KEY (receiver_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_tie
    ADD CONSTRAINT accounts_tie_by_id_5cfbd157_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_tie
    ADD CONSTRAINT accounts_tie_institution_id_79610a64_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_tie
    ADD CONSTRAINT accounts_tie_user_id_6a7a4a59_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_created_by_id_ba68b522_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_usersession
    ADD CONSTRAINT accounts_usersession_user_id_567c9519_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_act
    ADD CONSTRAINT act_victim_of_its_report FOREIGN KEY (victim, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_agendaitem
    ADD CONSTRAINT agendaitem_of_its_gathering FOREIGN KEY (gathering_id, custodian_id) REFERENCES public.gatherings_gathering(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.codes_code
    ADD CONSTRAINT codes_code_parent_id_0b9fb235_fk_codes_code_id FOREIGN KEY (parent_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.codes_code
    ADD CONSTRAINT codes_code_vocabulary_id_7cbcf8ea_fk_codes_vocabulary_id FOREIGN KEY (vocabulary_id) REFERENCES public.codes_vocabulary(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_action
    ADD CONSTRAINT commitments_action_custodian_id_1206c8b6_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_action
    ADD CONSTRAINT commitments_action_kind_id_f4bc9126_fk_codes_code_id FOREIGN KEY (kind_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_action
    ADD CONSTRAINT commitments_action_lead_id_2e109d65_fk_instituti FOREIGN KEY (lead_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_answer
    ADD CONSTRAINT commitments_answer_action_id_3cb9896d_fk_commitments_action_id FOREIGN KEY (action_id) REFERENCES public.commitments_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_answer
    ADD CONSTRAINT commitments_answer_custodian_id_43383b6f_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_answer
    ADD CONSTRAINT commitments_answer_recommendation_id_b781b8fe_fk_commitmen FOREIGN KEY (recommendation_id) REFERENCES public.commitments_recommendation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_answer
    ADD CONSTRAINT commitments_answer_wider_id_74b83094_fk_commitments_action_id FOREIGN KEY (wider_id) REFERENCES public.commitments_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_bottleneck
    ADD CONSTRAINT commitments_bottlene_action_id_016ee47e_fk_commitmen FOREIGN KEY (action_id) REFERENCES public.commitments_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_bottleneck
    ADD CONSTRAINT commitments_bottlene_custodian_id_3ffd8d73_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_bottleneck
    ADD CONSTRAINT commitments_bottleneck_kind_id_28bd6417_fk_codes_code_id FOREIGN KEY (kind_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_cluster
    ADD CONSTRAINT commitments_cluster_custodian_id_487b43cb_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_decision
    ADD CONSTRAINT commitments_decision_action_id_f7455589_fk_commitmen FOREIGN KEY (action_id) REFERENCES public.commitments_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_decision
    ADD CONSTRAINT commitments_decision_custodian_id_403d3224_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_decision
    ADD CONSTRAINT commitments_decision_lead_id_6872af39_fk_instituti FOREIGN KEY (lead_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_evidence
    ADD CONSTRAINT commitments_evidence_action_id_db28f613_fk_commitmen FOREIGN KEY (action_id) REFERENCES public.commitments_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_evidence
    ADD CONSTRAINT commitments_evidence_custodian_id_da95b207_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_evidence
    ADD CONSTRAINT commitments_evidence_focal_point_id_02f2598a_fk_commitmen FOREIGN KEY (focal_point_id) REFERENCES public.commitments_focalpoint(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_evidence
    ADD CONSTRAINT commitments_evidence_link_id_b47ac756_fk_accounts_link_id FOREIGN KEY (link_id) REFERENCES public.accounts_link(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_evidence
    ADD CONSTRAINT commitments_evidence_progress_id_73cf343f_fk_commitmen FOREIGN KEY (progress_id) REFERENCES public.commitments_progress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_focalpoint
    ADD CONSTRAINT commitments_focalpoi_custodian_id_e825ef76_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_focalpoint
    ADD CONSTRAINT commitments_focalpoi_institution_id_51b9ffc9_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_indicator
    ADD CONSTRAINT commitments_indicato_action_id_05c690c0_fk_commitmen FOREIGN KEY (action_id) REFERENCES public.commitments_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_indicator
    ADD CONSTRAINT commitments_indicato_custodian_id_991c19f2_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_milestone
    ADD CONSTRAINT commitments_mileston_action_id_111e75cd_fk_commitmen FOREIGN KEY (action_id) REFERENCES public.commitments_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_milestone
    ADD CONSTRAINT commitments_mileston_custodian_id_407c5ed7_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_progress
    ADD CONSTRAINT commitments_progress_action_id_edcba620_fk_commitmen FOREIGN KEY (action_id) REFERENCES public.commitments_action(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_progress
    ADD CONSTRAINT commitments_progress_custodian_id_62cc54d3_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_progress
    ADD CONSTRAINT commitments_progress_focal_point_id_b69b72fc_fk_commitmen FOREIGN KEY (focal_point_id) REFERENCES public.commitments_focalpoint(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_progress
    ADD CONSTRAINT commitments_progress_link_id_5dd0c154_fk_accounts_link_id FOREIGN KEY (link_id) REFERENCES public.accounts_link(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_reading
    ADD CONSTRAINT commitments_reading_custodian_id_364babd9_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_reading
    ADD CONSTRAINT commitments_reading_indicator_id_e2976603_fk_commitmen FOREIGN KEY (indicator_id) REFERENCES public.commitments_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_recommendation
    ADD CONSTRAINT commitments_recommen_cluster_id_eb6bd540_fk_commitmen FOREIGN KEY (cluster_id) REFERENCES public.commitments_cluster(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_recommendation
    ADD CONSTRAINT commitments_recommen_custodian_id_b8a96ecf_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_recommendation
    ADD CONSTRAINT commitments_recommen_lead_id_95174e39_fk_instituti FOREIGN KEY (lead_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_recommendation
    ADD CONSTRAINT commitments_recommendation_kind_id_4aaa3ab6_fk_codes_code_id FOREIGN KEY (kind_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_target
    ADD CONSTRAINT commitments_target_custodian_id_cc3212c4_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.commitments_target
    ADD CONSTRAINT commitments_target_indicator_id_604d7b97_fk_commitmen FOREIGN KEY (indicator_id) REFERENCES public.commitments_indicator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_consent
    ADD CONSTRAINT consent_of_its_mention FOREIGN KEY (mention, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_consent
    ADD CONSTRAINT consent_of_its_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.projects_coverage
    ADD CONSTRAINT coverage_of_its_project FOREIGN KEY (project_id, custodian_id) REFERENCES public.projects_project(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_danger
    ADD CONSTRAINT danger_of_its_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_evidence
    ADD CONSTRAINT evidence_of_its_mention FOREIGN KEY (mention, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_evidence
    ADD CONSTRAINT evidence_of_its_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.exchange_import
    ADD CONSTRAINT exchange_import_custodian_id_4fa377e6_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.exchange_importfinding
    ADD CONSTRAINT exchange_importfindi_custodian_id_074715be_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.exchange_importfinding
    ADD CONSTRAINT exchange_importfindi_imported_id_ae56d61a_fk_exchange_ FOREIGN KEY (imported_id) REFERENCES public.exchange_import(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures_publishedfigure
    ADD CONSTRAINT figures_publishedfig_custodian_id_1d5d6313_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures_publishedfigure
    ADD CONSTRAINT figures_publishedfig_table_id_5dda2575_fk_figures_p FOREIGN KEY (table_id) REFERENCES public.figures_publishedtable(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures_publishedtable
    ADD CONSTRAINT figures_publishedtab_custodian_id_26ca77b0_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures_savedtable
    ADD CONSTRAINT figures_savedtable_custodian_id_5d51c001_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures_savedtable
    ADD CONSTRAINT figures_savedtable_snapshot_id_19d3f635_fk_figures_snapshot_id FOREIGN KEY (snapshot_id) REFERENCES public.figures_snapshot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures_takenout
    ADD CONSTRAINT figures_takenout_custodian_id_b94af70d_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_followup
    ADD CONSTRAINT followup_of_its_gathering FOREIGN KEY (gathering_id, custodian_id) REFERENCES public.gatherings_gathering(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_agendaitem
    ADD CONSTRAINT gatherings_agendaite_institution_id_8b11f5d2_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_followup
    ADD CONSTRAINT gatherings_followup_institution_id_4c50d19d_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_gathering
    ADD CONSTRAINT gatherings_gathering_custodian_id_9919993a_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_gathering
    ADD CONSTRAINT gatherings_gathering_partner_id_e381d953_fk_instituti FOREIGN KEY (partner_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_gathering
    ADD CONSTRAINT gatherings_gathering_place_id_51d39875_fk_places_place_id FOREIGN KEY (place_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_gathering
    ADD CONSTRAINT gatherings_gathering_project_id_fd1ab4f8_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_invitation
    ADD CONSTRAINT gatherings_invitatio_institution_id_5298cd05_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_participant
    ADD CONSTRAINT gatherings_participa_institution_id_52a72052_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_participant
    ADD CONSTRAINT gatherings_participant_district_id_f64f7893_fk_places_place_id FOREIGN KEY (district_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_participant
    ADD CONSTRAINT gatherings_participant_sex_id_8acdc5dc_fk_codes_code_id FOREIGN KEY (sex_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_sameparticipant
    ADD CONSTRAINT gatherings_sameparti_custodian_id_35d2aa0e_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_ground
    ADD CONSTRAINT ground_act_of_its_report FOREIGN KEY (act, report_id, custodian_id) REFERENCES public.violations_act(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_ground
    ADD CONSTRAINT ground_of_violation FOREIGN KEY (violation_id) REFERENCES public.violations_violation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_group
    ADD CONSTRAINT group_of_its_gathering FOREIGN KEY (gathering_id, custodian_id) REFERENCES public.gatherings_gathering(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_groupmember
    ADD CONSTRAINT groupmember_group_of_its_office FOREIGN KEY (group_id, custodian_id) REFERENCES public.gatherings_group(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_groupmember
    ADD CONSTRAINT groupmember_participant_of_its_office FOREIGN KEY (participant_id, custodian_id) REFERENCES public.gatherings_participant(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_identity
    ADD CONSTRAINT identity_mention_of_its_report FOREIGN KEY (mention, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_identity
    ADD CONSTRAINT identity_of_person FOREIGN KEY (person_id) REFERENCES public.violations_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.institutions_institutionname
    ADD CONSTRAINT institutions_institu_institution_id_ec10b3c4_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.institutions_institution
    ADD CONSTRAINT institutions_institu_parent_id_0923b4f5_fk_instituti FOREIGN KEY (parent_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.institutions_institution
    ADD CONSTRAINT institutions_institution_place_id_fdc59cf0_fk_places_place_id FOREIGN KEY (place_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT intervention_of_its_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_invitation
    ADD CONSTRAINT invitation_of_its_gathering FOREIGN KEY (gathering_id, custodian_id) REFERENCES public.gatherings_gathering(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_involvement
    ADD CONSTRAINT involvement_act_of_its_report FOREIGN KEY (act, report_id, custodian_id) REFERENCES public.violations_act(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_involvement
    ADD CONSTRAINT involvement_perpetrator_of_its_report FOREIGN KEY (perpetrator, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_listtaken
    ADD CONSTRAINT listtaken_of_its_gathering FOREIGN KEY (gathering_id, custodian_id) REFERENCES public.gatherings_gathering(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.matching_run
    ADD CONSTRAINT matching_run_custodian_id_d9901e88_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_material
    ADD CONSTRAINT material_of_its_gathering FOREIGN KEY (gathering_id, custodian_id) REFERENCES public.gatherings_gathering(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT mention_of_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT mention_part_of_of_its_report FOREIGN KEY (part_of, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_number
    ADD CONSTRAINT number_of_a_sealed_value FOREIGN KEY (row_id, of) REFERENCES public.vault_sealed(row_id, of) ON DELETE CASCADE;

ALTER TABLE ONLY public.gatherings_participant
    ADD CONSTRAINT participant_of_its_gathering FOREIGN KEY (gathering_id, custodian_id) REFERENCES public.gatherings_gathering(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.projects_partner
    ADD CONSTRAINT partner_of_its_project FOREIGN KEY (project_id, custodian_id) REFERENCES public.projects_project(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_person
    ADD CONSTRAINT person_of_person FOREIGN KEY (part_of) REFERENCES public.violations_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_place
    ADD CONSTRAINT places_place_former_parent_id_33723a5b_fk_places_place_id FOREIGN KEY (former_parent_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_place
    ADD CONSTRAINT places_place_parent_id_593054a7_fk_places_place_id FOREIGN KEY (parent_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_placecode
    ADD CONSTRAINT places_placecode_place_id_e6aaf86e_fk_places_place_id FOREIGN KEY (place_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_placename
    ADD CONSTRAINT places_placename_place_id_785e8bbd_fk_places_place_id FOREIGN KEY (place_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_placepart
    ADD CONSTRAINT places_placepart_part_id_5e8f55dc_fk_places_place_id FOREIGN KEY (part_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_placepart
    ADD CONSTRAINT places_placepart_whole_id_706ed212_fk_places_place_id FOREIGN KEY (whole_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_population
    ADD CONSTRAINT places_population_place_id_a6872cd5_fk_places_place_id FOREIGN KEY (place_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_succession
    ADD CONSTRAINT places_succession_predecessor_id_182cacc4_fk_places_place_id FOREIGN KEY (predecessor_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places_succession
    ADD CONSTRAINT places_succession_successor_id_0c76eb9a_fk_places_place_id FOREIGN KEY (successor_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.projects_coverage
    ADD CONSTRAINT projects_coverage_custodian_id_4c9358cf_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.projects_coverage
    ADD CONSTRAINT projects_coverage_place_id_592982fc_fk_places_place_id FOREIGN KEY (place_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.projects_partner
    ADD CONSTRAINT projects_partner_custodian_id_1551ce43_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.projects_partner
    ADD CONSTRAINT projects_partner_institution_id_1819dee5_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_custodian_id_834c9774_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.projects_result
    ADD CONSTRAINT projects_result_custodian_id_9e014c97_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.projects_result
    ADD CONSTRAINT result_of_its_project FOREIGN KEY (project_id, custodian_id) REFERENCES public.projects_project(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_revision
    ADD CONSTRAINT revision_of_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_safeguard
    ADD CONSTRAINT safeguard_of_its_mention FOREIGN KEY (mention, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_safeguard
    ADD CONSTRAINT safeguard_of_its_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_sameparticipant
    ADD CONSTRAINT sameparticipant_one_of_its_office FOREIGN KEY (one_id, custodian_id) REFERENCES public.gatherings_participant(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gatherings_sameparticipant
    ADD CONSTRAINT sameparticipant_other_of_its_office FOREIGN KEY (other_id, custodian_id) REFERENCES public.gatherings_participant(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_clause
    ADD CONSTRAINT strategies_clause_custodian_id_20350e0d_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_clause
    ADD CONSTRAINT strategies_clause_draft_id_d13ad7df_fk_strategies_draft_id FOREIGN KEY (draft_id) REFERENCES public.strategies_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_consultation
    ADD CONSTRAINT strategies_consultat_custodian_id_a7f36f73_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_consultation
    ADD CONSTRAINT strategies_consultat_draft_id_6c51465e_fk_strategie FOREIGN KEY (draft_id) REFERENCES public.strategies_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_consultation
    ADD CONSTRAINT strategies_consultat_gathering_id_9bf7f389_fk_gathering FOREIGN KEY (gathering_id) REFERENCES public.gatherings_gathering(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_disposition
    ADD CONSTRAINT strategies_dispositi_clause_id_49bf1ff6_fk_strategie FOREIGN KEY (clause_id) REFERENCES public.strategies_clause(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_disposition
    ADD CONSTRAINT strategies_dispositi_custodian_id_96838228_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_disposition
    ADD CONSTRAINT strategies_disposition_point_id_47008bb8_fk_strategies_point_id FOREIGN KEY (point_id) REFERENCES public.strategies_point(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_draft
    ADD CONSTRAINT strategies_draft_based_on_id_a0e3f646_fk_strategies_draft_id FOREIGN KEY (based_on_id) REFERENCES public.strategies_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_draft
    ADD CONSTRAINT strategies_draft_custodian_id_1d5c091d_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_draft
    ADD CONSTRAINT strategies_draft_strategy_id_c89d43a5_fk_strategies_strategy_id FOREIGN KEY (strategy_id) REFERENCES public.strategies_strategy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_invitation
    ADD CONSTRAINT strategies_invitatio_custodian_id_46743cd0_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_invitation
    ADD CONSTRAINT strategies_invitatio_institution_id_a99c4620_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_invitation
    ADD CONSTRAINT strategies_invitation_draft_id_e02cd577_fk_strategies_draft_id FOREIGN KEY (draft_id) REFERENCES public.strategies_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_plannedaction
    ADD CONSTRAINT strategies_plannedac_custodian_id_ce77cb60_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_plannedaction
    ADD CONSTRAINT strategies_plannedac_draft_id_c11e5cee_fk_strategie FOREIGN KEY (draft_id) REFERENCES public.strategies_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_plannedaction
    ADD CONSTRAINT strategies_plannedac_outcome_id_53ae9c93_fk_strategie FOREIGN KEY (outcome_id) REFERENCES public.strategies_clause(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_plannedaction
    ADD CONSTRAINT strategies_plannedac_theme_id_e65f496e_fk_strategie FOREIGN KEY (theme_id) REFERENCES public.strategies_clause(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_point
    ADD CONSTRAINT strategies_point_clause_id_793954ea_fk_strategies_clause_id FOREIGN KEY (clause_id) REFERENCES public.strategies_clause(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_point
    ADD CONSTRAINT strategies_point_custodian_id_c0b577c8_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_point
    ADD CONSTRAINT strategies_point_draft_id_59d4a940_fk_strategies_draft_id FOREIGN KEY (draft_id) REFERENCES public.strategies_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_point
    ADD CONSTRAINT strategies_point_group_id_615d3b56_fk_gatherings_group_id FOREIGN KEY (group_id) REFERENCES public.gatherings_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_point
    ADD CONSTRAINT strategies_point_invitation_id_1fb4170e_fk_strategie FOREIGN KEY (invitation_id) REFERENCES public.strategies_invitation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_pointversion
    ADD CONSTRAINT strategies_pointvers_clause_id_c967d028_fk_strategie FOREIGN KEY (clause_id) REFERENCES public.strategies_clause(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_pointversion
    ADD CONSTRAINT strategies_pointvers_custodian_id_6cb309b2_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_pointversion
    ADD CONSTRAINT strategies_pointvers_point_id_bcbe3dcc_fk_strategie FOREIGN KEY (point_id) REFERENCES public.strategies_point(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_publication
    ADD CONSTRAINT strategies_publicati_custodian_id_88e5351f_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_stagechange
    ADD CONSTRAINT strategies_stagechan_custodian_id_70581028_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_stagechange
    ADD CONSTRAINT strategies_stagechan_strategy_id_3778d7c4_fk_strategie FOREIGN KEY (strategy_id) REFERENCES public.strategies_strategy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_strategy
    ADD CONSTRAINT strategies_strategy_custodian_id_d093e5d0_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_strategy
    ADD CONSTRAINT strategies_strategy_province_id_743eeb4b_fk_places_place_id FOREIGN KEY (province_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_wordfile
    ADD CONSTRAINT strategies_wordfile_custodian_id_135ef68d_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_wordfile
    ADD CONSTRAINT strategies_wordfile_into_id_458f7844_fk_strategies_draft_id FOREIGN KEY (into_id) REFERENCES public.strategies_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.strategies_wordfile
    ADD CONSTRAINT strategies_wordfile_strategy_id_bbca352c_fk_strategie FOREIGN KEY (strategy_id) REFERENCES public.strategies_strategy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_envelope
    ADD CONSTRAINT vault_envelope_key_id_e30380a6_fk_vault_custodiankey_id FOREIGN KEY (key_id) REFERENCES public.vault_custodiankey(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_keywrap
    ADD CONSTRAINT vault_keywrap_first_id_ef06e087_fk_vault_escrowparty_id FOREIGN KEY (first_id) REFERENCES public.vault_escrowparty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_keywrap
    ADD CONSTRAINT vault_keywrap_key_id_c5eb57f1_fk_vault_custodiankey_id FOREIGN KEY (key_id) REFERENCES public.vault_custodiankey(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_keywrap
    ADD CONSTRAINT vault_keywrap_second_id_c534418f_fk_vault_escrowparty_id FOREIGN KEY (second_id) REFERENCES public.vault_escrowparty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_keywrap
    ADD CONSTRAINT vault_keywrap_unlocker_id_3532f490_fk_vault_unlocker_id FOREIGN KEY (unlocker_id) REFERENCES public.vault_unlocker(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_original
    ADD CONSTRAINT vault_original_envelope_id_eaae1622_fk_vault_envelope_id FOREIGN KEY (envelope_id) REFERENCES public.vault_envelope(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_sealed
    ADD CONSTRAINT vault_sealed_envelope_id_3aa29c4b_fk_vault_envelope_id FOREIGN KEY (envelope_id) REFERENCES public.vault_envelope(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_victimstatus
    ADD CONSTRAINT victimstatus_mention_of_its_report FOREIGN KEY (mention, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_violation
    ADD CONSTRAINT violation_of_event FOREIGN KEY (event_id) REFERENCES public.violations_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_violation
    ADD CONSTRAINT violation_of_person FOREIGN KEY (person_id) REFERENCES public.violations_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_act
    ADD CONSTRAINT violations_act_kind_of_place_id_2e108119_fk_codes_code_id FOREIGN KEY (kind_of_place_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_act
    ADD CONSTRAINT violations_act_means_id_18ac64a0_fk_codes_code_id FOREIGN KEY (means_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_act
    ADD CONSTRAINT violations_act_place_id_3e6b6e99_fk_places_place_id FOREIGN KEY (place_id) REFERENCES public.places_place(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_act
    ADD CONSTRAINT violations_act_stated_reason_id_5a798ffc_fk_codes_code_id FOREIGN KEY (stated_reason_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_act
    ADD CONSTRAINT violations_act_type_id_296c5c41_fk_codes_code_id FOREIGN KEY (type_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_batch
    ADD CONSTRAINT violations_batch_custodian_id_13bc48e2_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_consent
    ADD CONSTRAINT violations_consent_language_id_0fc22388_fk_codes_code_id FOREIGN KEY (language_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_coverageday
    ADD CONSTRAINT violations_coveraged_custodian_id_83cd63d9_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_coverageday
    ADD CONSTRAINT violations_coveraged_institution_id_0cc95cec_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_document
    ADD CONSTRAINT violations_document_batch_id_682dd435_fk_violations_batch_id FOREIGN KEY (batch_id) REFERENCES public.violations_batch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_document
    ADD CONSTRAINT violations_document_custodian_id_704a4674_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_document
    ADD CONSTRAINT violations_document_institution_id_bb1784a1_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_document
    ADD CONSTRAINT violations_document_kind_id_095f64a2_fk_codes_code_id FOREIGN KEY (kind_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_document
    ADD CONSTRAINT violations_document_language_id_5330e9a6_fk_codes_code_id FOREIGN KEY (language_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_edited
    ADD CONSTRAINT violations_edited_batch_id_86554fb9_fk_violations_batch_id FOREIGN KEY (batch_id) REFERENCES public.violations_batch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT violations_intervent_addressed_id_9213b320_fk_instituti FOREIGN KEY (addressed_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT violations_intervent_institution_id_e8e24f98_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT violations_intervention_impact_id_ca61c790_fk_codes_code_id FOREIGN KEY (impact_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT violations_intervention_response_id_4dd8a0f7_fk_codes_code_id FOREIGN KEY (response_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT violations_intervention_type_id_e05a60c7_fk_codes_code_id FOREIGN KEY (type_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_involvement
    ADD CONSTRAINT violations_involveme_institution_id_d2b5f428_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_involvement
    ADD CONSTRAINT violations_involvement_degree_id_eec77045_fk_codes_code_id FOREIGN KEY (degree_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_involvement
    ADD CONSTRAINT violations_involvement_type_id_50ecfcb1_fk_codes_code_id FOREIGN KEY (type_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_judgement
    ADD CONSTRAINT violations_judgement_act_type_id_bf18ddac_fk_codes_code_id FOREIGN KEY (act_type_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_judgement
    ADD CONSTRAINT violations_judgement_custodian_id_1a38c342_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_judgement
    ADD CONSTRAINT violations_judgement_link_id_4f535a68_fk_codes_code_id FOREIGN KEY (link_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_judgement
    ADD CONSTRAINT violations_judgement_standard_id_2c4e84ab_fk_codes_code_id FOREIGN KEY (standard_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT violations_mention_institution_id_2236e7fb_fk_instituti FOREIGN KEY (institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT violations_mention_sex_id_d2a9028c_fk_codes_code_id FOREIGN KEY (sex_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT violations_report_channel_id_271c5917_fk_codes_code_id FOREIGN KEY (channel_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT violations_report_custodian_id_90e6f392_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT violations_report_language_id_55c0f8f6_fk_codes_code_id FOREIGN KEY (language_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT violations_report_source_institution_i_a5461758_fk_instituti FOREIGN KEY (source_institution_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT violations_report_source_kind_id_2546f13c_fk_codes_code_id FOREIGN KEY (source_kind_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_reviewrule
    ADD CONSTRAINT violations_reviewrul_custodian_id_87a864c0_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_revision
    ADD CONSTRAINT violations_revision_police_station_id_d5aa73c6_fk_instituti FOREIGN KEY (police_station_id) REFERENCES public.institutions_institution(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_revision
    ADD CONSTRAINT violations_revision_relays_id_ea5e392f_fk_codes_code_id FOREIGN KEY (relays_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_revision
    ADD CONSTRAINT violations_revision_reliability_id_9543577f_fk_codes_code_id FOREIGN KEY (reliability_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_unfinished
    ADD CONSTRAINT violations_unfinishe_custodian_id_745504a9_fk_accounts_ FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_victimstatus
    ADD CONSTRAINT violations_victimstatus_status_id_af63f799_fk_codes_code_id FOREIGN KEY (status_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE public.accounts_approval ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.accounts_keptedit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.accounts_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.accounts_notice ENABLE ROW LEVEL SECURITY;

CREATE POLICY adding ON public.accounts_approval FOR INSERT WITH CHECK (true);

CREATE POLICY adding ON public.accounts_link FOR INSERT WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY adding ON public.accounts_notice FOR INSERT WITH CHECK (true);

CREATE POLICY asked ON public.search_knownword FOR SELECT TO sanad_search USING (true);

CREATE POLICY asked ON public.search_searchentry FOR SELECT TO sanad_search USING (true);

CREATE POLICY asked ON public.search_waiting FOR SELECT TO sanad_search USING (true);

CREATE POLICY asked ON public.violations_alleged FOR SELECT TO sanad_search USING (true);

CREATE POLICY changing ON public.accounts_approval FOR UPDATE USING (true);

CREATE POLICY changing ON public.accounts_link FOR UPDATE USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY changing ON public.accounts_notice FOR UPDATE USING ((office_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

ALTER TABLE public.commitments_action ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_bottleneck ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_cluster ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_focalpoint ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_indicator ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_milestone ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_progress ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_reading ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_recommendation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.commitments_target ENABLE ROW LEVEL SECURITY;

CREATE POLICY conflict ON public.exchange_import AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_import_is_closed(batch_id, made_by))));

CREATE POLICY conflict ON public.exchange_importfinding AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT (NOT (EXISTS ( SELECT 1
   FROM public.exchange_import i
  WHERE (i.id = exchange_importfinding.imported_id)))))));

CREATE POLICY conflict ON public.matching_pair AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT (public.sanad_report_is_closed(one_report) OR public.sanad_report_is_closed(other_report)))));

CREATE POLICY conflict ON public.vault_sealed AS RESTRICTIVE FOR SELECT TO sanad_app, sanad_vault USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_sealed_is_closed(row_id, (of)::text))));

CREATE POLICY conflict ON public.violations_account AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_act AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_batch AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_batch_is_closed(id))));

CREATE POLICY conflict ON public.violations_consent AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_danger AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_document AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_document_is_closed(id))));

CREATE POLICY conflict ON public.violations_event AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_event_is_closed(id))));

CREATE POLICY conflict ON public.violations_evidence AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_ground AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_identity AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_intervention AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_involvement AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_judgement AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT ((undoes_id IS NULL) AND (confirms_id IS NULL) AND public.sanad_judgement_is_closed(COALESCE(report_id, mention, act, involvement), COALESCE(other_report_id, other_mention))))));

CREATE POLICY conflict ON public.violations_mention AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_person AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_person_is_closed(id))));

CREATE POLICY conflict ON public.violations_report AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(id))));

CREATE POLICY conflict ON public.violations_revision AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_safeguard AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_victimstatus AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_violation AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_event_is_closed(event_id))));

CREATE POLICY counting ON public.vault_look FOR SELECT TO sanad_vault USING (true);

CREATE POLICY erased ON public.ledger_change FOR UPDATE USING ((((kind)::text = 'gatherings_participant'::text) AND (custodian = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))));

ALTER TABLE public.exchange_import ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.exchange_importfinding ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.figures_publishedfigure ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.figures_publishedtable ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.figures_savedtable ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.figures_takenout ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_agendaitem ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_followup ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_gathering ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_group ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_groupmember ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_invitation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_listtaken ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_material ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gatherings_sameparticipant ENABLE ROW LEVEL SECURITY;

CREATE POLICY granted ON public.violations_account FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_act FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_alleged FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_consent FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_danger FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_document FOR SELECT TO sanad_app USING ((id = ANY (( SELECT public.sanad_granted_documents() AS sanad_granted_documents)::uuid[])));

CREATE POLICY granted ON public.violations_event FOR SELECT TO sanad_app USING ((id = ANY (( SELECT public.sanad_granted_events() AS sanad_granted_events)::uuid[])));

CREATE POLICY granted ON public.violations_evidence FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_ground FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_identity FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_involvement FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_mention FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_person FOR SELECT TO sanad_app USING ((id = ANY (( SELECT public.sanad_granted_persons() AS sanad_granted_persons)::uuid[])));

CREATE POLICY granted ON public.violations_report FOR SELECT TO sanad_app USING ((id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_revision FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_safeguard FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_victimstatus FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_violation FOR SELECT TO sanad_app USING ((event_id = ANY (( SELECT public.sanad_granted_events() AS sanad_granted_events)::uuid[])));

CREATE POLICY kept ON public.ledger_change FOR INSERT WITH CHECK (true);

CREATE POLICY kept ON public.search_knownword TO sanad_owner USING (true) WITH CHECK (true);

CREATE POLICY kept ON public.search_searchentry TO sanad_owner USING (true) WITH CHECK (true);

CREATE POLICY kept ON public.search_waiting TO sanad_owner USING (true) WITH CHECK (true);

ALTER TABLE public.ledger_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.matching_pair ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.matching_run ENABLE ROW LEVEL SECURITY;

CREATE POLICY printed ON public.figures_publishedfigure FOR SELECT USING (true);

CREATE POLICY printed ON public.figures_publishedtable FOR SELECT USING (true);

ALTER TABLE public.projects_coverage ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.projects_partner ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.projects_project ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.projects_result ENABLE ROW LEVEL SECURITY;

CREATE POLICY scope ON public.accounts_approval FOR SELECT USING (((office_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])) OR (custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])) OR ((kind)::text = 'factor_reset'::text)));

CREATE POLICY scope ON public.accounts_keptedit USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.accounts_link FOR SELECT USING (((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])) OR ((token_hash)::text = NULLIF(current_setting('sanad.link'::text, true), ''::text))));

CREATE POLICY scope ON public.accounts_notice FOR SELECT USING ((office_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_action USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_answer USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_bottleneck USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_cluster USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_decision USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_evidence USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_focalpoint USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_indicator USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_milestone USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_progress USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_reading USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_recommendation USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.commitments_target USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.exchange_import USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.exchange_importfinding USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.figures_publishedfigure USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.figures_publishedtable USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.figures_savedtable USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.figures_takenout USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_agendaitem USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_followup USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_gathering USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_group USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_groupmember USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_invitation USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_listtaken USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_material USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_participant USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.gatherings_sameparticipant USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.matching_pair USING ((custodians <@ ( SELECT public.sanad_scope() AS sanad_scope))) WITH CHECK ((custodians <@ ( SELECT public.sanad_scope() AS sanad_scope)));

CREATE POLICY scope ON public.matching_run USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.projects_coverage USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.projects_partner USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.projects_project USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.projects_result USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.search_savedsearch USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_clause USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_consultation USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_disposition USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_draft USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_invitation USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_plannedaction USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_point USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_pointversion USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_stagechange USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_strategy USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.strategies_wordfile USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.vault_envelope USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.vault_keywrap USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.vault_look USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.vault_number USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.vault_original USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.vault_sealed USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_account USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_act USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_alleged USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_batch USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_consent USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_coverageday USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_danger USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_document USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_edited USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_event USING ((custodians && ( SELECT public.sanad_scope() AS sanad_scope))) WITH CHECK ((custodians && ( SELECT public.sanad_scope() AS sanad_scope)));

CREATE POLICY scope ON public.violations_evidence USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_ground USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_identity USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_intervention USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_involvement USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_judgement USING ((custodians && ( SELECT public.sanad_scope() AS sanad_scope))) WITH CHECK ((custodians && ( SELECT public.sanad_scope() AS sanad_scope)));

CREATE POLICY scope ON public.violations_mention USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_person USING ((custodians && ( SELECT public.sanad_scope() AS sanad_scope))) WITH CHECK ((custodians && ( SELECT public.sanad_scope() AS sanad_scope)));

CREATE POLICY scope ON public.violations_report USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_reviewrule USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_revision USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_safeguard USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_unfinished USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_victimstatus USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_violation USING ((custodians && ( SELECT public.sanad_scope() AS sanad_scope))) WITH CHECK ((custodians && ( SELECT public.sanad_scope() AS sanad_scope)));

ALTER TABLE public.search_knownword ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.search_savedsearch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.search_searchentry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.search_waiting ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON public.ledger_change FOR SELECT USING (((custodian IS NULL) OR (custodian = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))));

ALTER TABLE public.strategies_clause ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_consultation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_disposition ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_draft ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_invitation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_plannedaction ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_pointversion ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_stagechange ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_strategy ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.strategies_wordfile ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.vault_envelope ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.vault_keywrap ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.vault_look ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.vault_number ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.vault_original ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.vault_sealed ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_act ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_alleged ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_batch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_consent ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_coverageday ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_danger ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_document ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_edited ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_ground ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_identity ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_intervention ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_involvement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_judgement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_mention ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_person ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_reviewrule ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_revision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_safeguard ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_unfinished ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_victimstatus ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_violation ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO sanad_app;
GRANT USAGE ON SCHEMA public TO sanad_snapshot;
GRANT USAGE ON SCHEMA public TO sanad_vault;
GRANT USAGE ON SCHEMA public TO sanad_search;

GRANT USAGE ON SCHEMA searching TO sanad_app;

REVOKE ALL ON FUNCTION public.ledger_forget(forgotten uuid, new_salt bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.ledger_forget(forgotten uuid, new_salt bytea) TO sanad_app;

REVOKE ALL ON FUNCTION public.ledger_keep_history() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.ledger_number(everything boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.ledger_number(everything boolean) TO sanad_app;

REVOKE ALL ON FUNCTION public.ledger_wait() FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_blank_mentions(roots uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_blank_mentions(roots uuid[]) TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_blank_participants(lines uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_blank_participants(lines uuid[]) TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_forget_holders(links uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_forget_holders(links uuid[]) TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_move_report(moved uuid, taker integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_move_report(moved uuid, taker integer) TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_search_anew() FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_search_anew() TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_search_behind() FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_search_behind() TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_search_follow() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.sanad_search_heed() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.sanad_search_index(wanted uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.sanad_search_learn(words text[], sounds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_search_learn(words text[], sounds text[]) TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_search_papers() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.sanad_search_said(wanted uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.sanad_search_tend(most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_search_tend(most integer) TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_search_things(wanted uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.sanad_undo_batch(gone uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_undo_batch(gone uuid) TO sanad_app;

REVOKE ALL ON FUNCTION searching.alike(sounds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION searching.alike(sounds text[]) TO sanad_app;

REVOKE ALL ON FUNCTION searching.found(asked jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION searching.found(asked jsonb) TO sanad_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.accounts_approval TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.accounts_grant TO sanad_app;

GRANT UPDATE(until) ON TABLE public.accounts_grant TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_keptedit TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.accounts_link TO sanad_app;

GRANT UPDATE(browser_hash) ON TABLE public.accounts_link TO sanad_app;

GRANT UPDATE(taken_at) ON TABLE public.accounts_link TO sanad_app;

GRANT UPDATE(revoked_at) ON TABLE public.accounts_link TO sanad_app;

GRANT UPDATE(revoked_by_id) ON TABLE public.accounts_link TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.accounts_notice TO sanad_app;

GRANT UPDATE(seen_at) ON TABLE public.accounts_notice TO sanad_app;

GRANT UPDATE(seen_by_id) ON TABLE public.accounts_notice TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_office TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.accounts_office_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_posting TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.accounts_posting_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_sharingrule TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.accounts_sharingrule_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_tie TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.accounts_tie_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_user TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_usersession TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.codes_code TO sanad_app;

GRANT SELECT(id) ON TABLE public.codes_code TO sanad_snapshot;

GRANT SELECT(slug) ON TABLE public.codes_code TO sanad_snapshot;

GRANT SELECT(parent_id) ON TABLE public.codes_code TO sanad_snapshot;

GRANT SELECT(vocabulary_id) ON TABLE public.codes_code TO sanad_snapshot;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.codes_loaded TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.codes_loaded_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.codes_vocabulary TO sanad_app;

GRANT SELECT(id) ON TABLE public.codes_vocabulary TO sanad_snapshot;

GRANT SELECT(slug) ON TABLE public.codes_vocabulary TO sanad_snapshot;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_action TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_answer TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_bottleneck TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_cluster TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_decision TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_evidence TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_focalpoint TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_indicator TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_milestone TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.commitments_progress TO sanad_app;

GRANT UPDATE(verdict) ON TABLE public.commitments_progress TO sanad_app;

GRANT UPDATE(validated_by) ON TABLE public.commitments_progress TO sanad_app;

GRANT UPDATE(validated_at) ON TABLE public.commitments_progress TO sanad_app;

GRANT UPDATE(remark) ON TABLE public.commitments_progress TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.commitments_reading TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_recommendation TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commitments_target TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_import TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_importfinding TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.figures_publishedfigure TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.figures_publishedfigure_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figures_publishedtable TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.figures_publishedtable_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figures_savedtable TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.figures_savedtable_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figures_snapshot TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.figures_takenout TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gatherings_agendaitem TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gatherings_followup TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gatherings_gathering TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gatherings_group TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gatherings_groupmember TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gatherings_invitation TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.gatherings_listtaken TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gatherings_material TO sanad_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.gatherings_participant TO sanad_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.gatherings_sameparticipant TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.institutions_institution TO sanad_app;

GRANT SELECT(id) ON TABLE public.institutions_institution TO sanad_snapshot;

GRANT SELECT(slug) ON TABLE public.institutions_institution TO sanad_snapshot;

GRANT SELECT,USAGE ON SEQUENCE public.institutions_institution_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.institutions_institutionname TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.institutions_institutionname_id_seq TO sanad_app;

GRANT SELECT ON TABLE public.ledger_change TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.ledger_change_id_seq TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.ledger_checkpoint TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.ledger_deed TO sanad_app;
GRANT SELECT,INSERT ON TABLE public.ledger_deed TO sanad_vault;

GRANT SELECT(id) ON TABLE public.ledger_deed TO sanad_snapshot;

GRANT SELECT(action) ON TABLE public.ledger_deed TO sanad_snapshot;

GRANT SELECT ON TABLE public.ledger_leaf TO sanad_app;

GRANT SELECT ON TABLE public.ledger_waiting TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.matching_pair TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.matching_run TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.matching_weights TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pghistory_context TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_edition TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.places_edition_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_place TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.places_place_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_placecode TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.places_placecode_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_placename TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.places_placename_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_placepart TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.places_placepart_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_population TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.places_population_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_succession TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.places_succession_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.projects_coverage TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.projects_partner TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.projects_project TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.projects_result TO sanad_app;

GRANT SELECT ON TABLE public.search_knownword TO sanad_search;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.search_savedsearch TO sanad_app;

GRANT SELECT ON TABLE public.search_searchentry TO sanad_search;

GRANT SELECT ON TABLE public.search_waiting TO sanad_search;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_clause TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_consultation TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_disposition TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_draft TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_invitation TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_plannedaction TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_point TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_pointversion TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_publication TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.strategies_stagechange TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_strategy TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.strategies_wordfile TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.vault_custodiankey TO sanad_app;
GRANT SELECT,INSERT ON TABLE public.vault_custodiankey TO sanad_vault;

GRANT UPDATE(until) ON TABLE public.vault_custodiankey TO sanad_vault;

GRANT UPDATE(retired_at) ON TABLE public.vault_custodiankey TO sanad_vault;

GRANT SELECT,USAGE ON SEQUENCE public.vault_custodiankey_id_seq TO sanad_app;

GRANT INSERT,DELETE ON TABLE public.vault_envelope TO sanad_app;
GRANT SELECT ON TABLE public.vault_envelope TO sanad_vault;

GRANT SELECT(id) ON TABLE public.vault_envelope TO sanad_app;

GRANT SELECT(custodian_id) ON TABLE public.vault_envelope TO sanad_app;

GRANT UPDATE(wrapped) ON TABLE public.vault_envelope TO sanad_vault;

GRANT SELECT(made_at) ON TABLE public.vault_envelope TO sanad_app;

GRANT SELECT(key_id) ON TABLE public.vault_envelope TO sanad_app;
GRANT UPDATE(key_id) ON TABLE public.vault_envelope TO sanad_vault;

GRANT SELECT,INSERT ON TABLE public.vault_erased TO sanad_app;

GRANT SELECT ON TABLE public.vault_escrowparty TO sanad_app;
GRANT SELECT,INSERT ON TABLE public.vault_escrowparty TO sanad_vault;

GRANT UPDATE(until) ON TABLE public.vault_escrowparty TO sanad_vault;

GRANT SELECT,USAGE ON SEQUENCE public.vault_escrowparty_id_seq TO sanad_app;

GRANT INSERT ON TABLE public.vault_keywrap TO sanad_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.vault_keywrap TO sanad_vault;

GRANT SELECT(id) ON TABLE public.vault_keywrap TO sanad_app;

GRANT SELECT(custodian_id) ON TABLE public.vault_keywrap TO sanad_app;

GRANT SELECT(proof) ON TABLE public.vault_keywrap TO sanad_app;

GRANT SELECT(made_at) ON TABLE public.vault_keywrap TO sanad_app;

GRANT SELECT(first_id) ON TABLE public.vault_keywrap TO sanad_app;

GRANT SELECT(key_id) ON TABLE public.vault_keywrap TO sanad_app;

GRANT SELECT(second_id) ON TABLE public.vault_keywrap TO sanad_app;

GRANT SELECT(unlocker_id) ON TABLE public.vault_keywrap TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.vault_look TO sanad_app;
GRANT SELECT,INSERT ON TABLE public.vault_look TO sanad_vault;

GRANT SELECT,INSERT ON TABLE public.vault_number TO sanad_app;

GRANT INSERT,DELETE ON TABLE public.vault_original TO sanad_app;
GRANT SELECT ON TABLE public.vault_original TO sanad_vault;

GRANT SELECT(id) ON TABLE public.vault_original TO sanad_app;

GRANT SELECT(custodian_id) ON TABLE public.vault_original TO sanad_app;

GRANT SELECT(sha256_sealed) ON TABLE public.vault_original TO sanad_app;

GRANT SELECT(size) ON TABLE public.vault_original TO sanad_app;

GRANT SELECT(media_type) ON TABLE public.vault_original TO sanad_app;

GRANT SELECT(mac) ON TABLE public.vault_original TO sanad_app;

GRANT SELECT(kept_at) ON TABLE public.vault_original TO sanad_app;

GRANT SELECT(envelope_id) ON TABLE public.vault_original TO sanad_app;

GRANT INSERT,DELETE ON TABLE public.vault_sealed TO sanad_app;
GRANT SELECT ON TABLE public.vault_sealed TO sanad_vault;

GRANT SELECT(row_id) ON TABLE public.vault_sealed TO sanad_app;

GRANT SELECT(of) ON TABLE public.vault_sealed TO sanad_app;

GRANT SELECT(custodian_id) ON TABLE public.vault_sealed TO sanad_app;

GRANT SELECT(mac) ON TABLE public.vault_sealed TO sanad_app;

GRANT SELECT(envelope_id) ON TABLE public.vault_sealed TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.vault_unlocker TO sanad_vault;

GRANT SELECT(id) ON TABLE public.vault_unlocker TO sanad_app;

GRANT SELECT(user_id) ON TABLE public.vault_unlocker TO sanad_app;

GRANT SELECT(public) ON TABLE public.vault_unlocker TO sanad_app;

GRANT UPDATE(locked) ON TABLE public.vault_unlocker TO sanad_vault;

GRANT SELECT(since) ON TABLE public.vault_unlocker TO sanad_app;

GRANT SELECT(until) ON TABLE public.vault_unlocker TO sanad_app;
GRANT UPDATE(until) ON TABLE public.vault_unlocker TO sanad_vault;

GRANT SELECT,USAGE ON SEQUENCE public.vault_unlocker_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_account TO sanad_app;

GRANT SELECT(report_id) ON TABLE public.violations_account TO sanad_snapshot;

GRANT SELECT(withdrawn) ON TABLE public.violations_account TO sanad_snapshot;

GRANT SELECT(custodian_id) ON TABLE public.violations_account TO sanad_snapshot;

GRANT SELECT(event_id) ON TABLE public.violations_account TO sanad_snapshot;

GRANT SELECT,INSERT ON TABLE public.violations_act TO sanad_app;

GRANT UPDATE(until) ON TABLE public.violations_act TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_alleged TO sanad_app;

GRANT SELECT(institution_id) ON TABLE public.violations_alleged TO sanad_search;

GRANT SELECT(report_id) ON TABLE public.violations_alleged TO sanad_search;

GRANT SELECT,INSERT ON TABLE public.violations_batch TO sanad_app;

GRANT SELECT(id) ON TABLE public.violations_batch TO sanad_snapshot;

GRANT SELECT(reference) ON TABLE public.violations_batch TO sanad_snapshot;

GRANT UPDATE(undone_at) ON TABLE public.violations_batch TO sanad_app;

GRANT UPDATE(undone_by) ON TABLE public.violations_batch TO sanad_app;

GRANT UPDATE(undone_why) ON TABLE public.violations_batch TO sanad_app;

GRANT SELECT(custodian_id) ON TABLE public.violations_batch TO sanad_snapshot;

GRANT SELECT,INSERT ON TABLE public.violations_consent TO sanad_app;

GRANT SELECT(id) ON TABLE public.violations_consent TO sanad_snapshot;

GRANT SELECT(mention) ON TABLE public.violations_consent TO sanad_snapshot;

GRANT SELECT(use) ON TABLE public.violations_consent TO sanad_snapshot;

GRANT SELECT(answer) ON TABLE public.violations_consent TO sanad_snapshot;

GRANT SELECT(custodian_id) ON TABLE public.violations_consent TO sanad_snapshot;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_coverageday TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_danger TO sanad_app;

GRANT UPDATE(ended_at) ON TABLE public.violations_danger TO sanad_app;

GRANT UPDATE(ended_by) ON TABLE public.violations_danger TO sanad_app;

GRANT UPDATE(ended_why) ON TABLE public.violations_danger TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_document TO sanad_app;

GRANT UPDATE(institution_id) ON TABLE public.violations_document TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_edited TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_event TO sanad_app;

GRANT SELECT(id) ON TABLE public.violations_event TO sanad_snapshot;

GRANT SELECT(custodians) ON TABLE public.violations_event TO sanad_snapshot;

GRANT SELECT(happened_first) ON TABLE public.violations_event TO sanad_snapshot;

GRANT SELECT(happened_last) ON TABLE public.violations_event TO sanad_snapshot;

GRANT SELECT(withdrawn) ON TABLE public.violations_event TO sanad_snapshot;

GRANT SELECT(district_id) ON TABLE public.violations_event TO sanad_snapshot;

GRANT SELECT(place_id) ON TABLE public.violations_event TO sanad_snapshot;

GRANT SELECT(province_id) ON TABLE public.violations_event TO sanad_snapshot;

GRANT SELECT,INSERT ON TABLE public.violations_evidence TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_ground TO sanad_app;

GRANT SELECT(act) ON TABLE public.violations_ground TO sanad_snapshot;

GRANT SELECT(custodian_id) ON TABLE public.violations_ground TO sanad_snapshot;

GRANT SELECT(report_id) ON TABLE public.violations_ground TO sanad_snapshot;

GRANT SELECT(violation_id) ON TABLE public.violations_ground TO sanad_snapshot;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_identity TO sanad_app;

GRANT SELECT(mention) ON TABLE public.violations_identity TO sanad_snapshot;

GRANT SELECT(custodian_id) ON TABLE public.violations_identity TO sanad_snapshot;

GRANT SELECT(person_id) ON TABLE public.violations_identity TO sanad_snapshot;

GRANT SELECT,INSERT ON TABLE public.violations_intervention TO sanad_app;

GRANT UPDATE(until) ON TABLE public.violations_intervention TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_involvement TO sanad_app;

GRANT UPDATE(until) ON TABLE public.violations_involvement TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_judgement TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_mention TO sanad_app;

GRANT UPDATE(until) ON TABLE public.violations_mention TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_person TO sanad_app;

GRANT SELECT(id) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(custodians) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(kind) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(age_min) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(age_max) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(characteristics) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(min_size) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(best_size) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(max_size) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(part_of) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(sex_id) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT(status_id) ON TABLE public.violations_person TO sanad_snapshot;

GRANT SELECT,INSERT ON TABLE public.violations_report TO sanad_app;

GRANT SELECT(id) ON TABLE public.violations_report TO sanad_snapshot;

GRANT SELECT(received_on) ON TABLE public.violations_report TO sanad_snapshot;

GRANT SELECT(custodian_id) ON TABLE public.violations_report TO sanad_snapshot;

GRANT SELECT(source_institution_id) ON TABLE public.violations_report TO sanad_snapshot;
GRANT UPDATE(source_institution_id) ON TABLE public.violations_report TO sanad_app;

GRANT SELECT(source_kind_id) ON TABLE public.violations_report TO sanad_snapshot;
GRANT UPDATE(source_kind_id) ON TABLE public.violations_report TO sanad_app;

GRANT SELECT(batch_id) ON TABLE public.violations_report TO sanad_snapshot;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_reviewrule TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_revision TO sanad_app;

GRANT UPDATE(until) ON TABLE public.violations_revision TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_safeguard TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_unfinished TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_victimstatus TO sanad_app;

GRANT UPDATE(until) ON TABLE public.violations_victimstatus TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_violation TO sanad_app;

GRANT SELECT(id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(custodians) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(happened_first) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(happened_last) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(perpetrator_types) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(state) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(verified_on) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(nobody) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(district_id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(event_id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(kind_of_place_id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(means_id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(person_id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(place_id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(province_id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(stated_reason_id) ON TABLE public.violations_violation TO sanad_snapshot;

GRANT SELECT(type_id) ON TABLE public.violations_violation TO sanad_snapshot;

ALTER DEFAULT PRIVILEGES FOR ROLE sanad_owner IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO sanad_app;

ALTER DEFAULT PRIVILEGES FOR ROLE sanad_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO sanad_app;

SELECT pg_catalog.setval('public.accounts_office_id_seq', 1, false);

SELECT pg_catalog.setval('public.accounts_posting_id_seq', 1, false);

SELECT pg_catalog.setval('public.accounts_sharingrule_id_seq', 1, false);

SELECT pg_catalog.setval('public.accounts_tie_id_seq', 1, false);

SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);

SELECT pg_catalog.setval('public.codes_loaded_id_seq', 1, false);

SELECT pg_catalog.setval('public.figures_publishedfigure_id_seq', 1, false);

SELECT pg_catalog.setval('public.figures_publishedtable_id_seq', 1, false);

SELECT pg_catalog.setval('public.figures_savedtable_id_seq', 1, false);

SELECT pg_catalog.setval('public.institutions_institution_id_seq', 1, false);

SELECT pg_catalog.setval('public.institutions_institutionname_id_seq', 1, false);

SELECT pg_catalog.setval('public.ledger_change_id_seq', 1, false);

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);

SELECT pg_catalog.setval('public.places_edition_id_seq', 1, false);

SELECT pg_catalog.setval('public.places_place_id_seq', 1, false);

SELECT pg_catalog.setval('public.places_placecode_id_seq', 1, false);

SELECT pg_catalog.setval('public.places_placename_id_seq', 1, false);

SELECT pg_catalog.setval('public.places_placepart_id_seq', 1, false);

SELECT pg_catalog.setval('public.places_population_id_seq', 1, false);

SELECT pg_catalog.setval('public.places_succession_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);

SELECT pg_catalog.setval('public.vault_custodiankey_id_seq', 1, false);

SELECT pg_catalog.setval('public.vault_escrowparty_id_seq', 1, false);

SELECT pg_catalog.setval('public.vault_unlocker_id_seq', 1, false);

insert into django_migrations (app, name, applied) values ('ledger', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('ledger', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('ledger', '0003_tree_and_history', now());
insert into django_migrations (app, name, applied) values ('places', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('institutions', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('accounts', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('accounts', '0003_second_persons', now());
insert into django_migrations (app, name, applied) values ('accounts', '0004_rights', now());
insert into django_migrations (app, name, applied) values ('accounts', '0010_user_sessions', now());
insert into django_migrations (app, name, applied) values ('accounts', '0020_history', now());
insert into django_migrations (app, name, applied) values ('accounts', '0011_notice_of_factor_reset', now());
insert into django_migrations (app, name, applied) values ('accounts', '0021_erasure_takes_two', now());
insert into django_migrations (app, name, applied) values ('accounts', '0040_links', now());
insert into django_migrations (app, name, applied) values ('accounts', '0030_notice_of_danger', now());
insert into django_migrations (app, name, applied) values ('accounts', '0050_kept_edits', now());
insert into django_migrations (app, name, applied) values ('accounts', '0060_how_written', now());
insert into django_migrations (app, name, applied) values ('accounts', '0061_notice_of_reports', now());
insert into django_migrations (app, name, applied) values ('accounts', '0062_holders_forgotten', now());
insert into django_migrations (app, name, applied) values ('contenttypes', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('contenttypes', '0002_remove_content_type_name', now());
insert into django_migrations (app, name, applied) values ('auth', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('auth', '0002_alter_permission_name_max_length', now());
insert into django_migrations (app, name, applied) values ('auth', '0003_alter_user_email_max_length', now());
insert into django_migrations (app, name, applied) values ('auth', '0004_alter_user_username_opts', now());
insert into django_migrations (app, name, applied) values ('auth', '0005_alter_user_last_login_null', now());
insert into django_migrations (app, name, applied) values ('auth', '0006_require_contenttypes_0002', now());
insert into django_migrations (app, name, applied) values ('auth', '0007_alter_validators_add_error_messages', now());
insert into django_migrations (app, name, applied) values ('auth', '0008_alter_user_username_max_length', now());
insert into django_migrations (app, name, applied) values ('auth', '0009_alter_user_last_name_max_length', now());
insert into django_migrations (app, name, applied) values ('auth', '0010_alter_group_name_max_length', now());
insert into django_migrations (app, name, applied) values ('auth', '0011_update_proxy_permissions', now());
insert into django_migrations (app, name, applied) values ('auth', '0012_alter_user_first_name_max_length', now());
insert into django_migrations (app, name, applied) values ('codes', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('codes', '0002_history', now());
insert into django_migrations (app, name, applied) values ('institutions', '0002_history', now());
insert into django_migrations (app, name, applied) values ('commitments', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('commitments', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('commitments', '0003_files_of_evidence', now());
insert into django_migrations (app, name, applied) values ('violations', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('vault', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('vault', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('violations', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('violations', '0003_evidence_and_consent', now());
insert into django_migrations (app, name, applied) values ('violations', '0004_rights_of_consent', now());
insert into django_migrations (app, name, applied) values ('violations', '0010_alleged', now());
insert into django_migrations (app, name, applied) values ('violations', '0011_conflicts', now());
insert into django_migrations (app, name, applied) values ('violations', '0012_custody', now());
insert into django_migrations (app, name, applied) values ('exchange', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('exchange', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('exchange', '0003_conflicts', now());
insert into django_migrations (app, name, applied) values ('exchange', '0010_file_destroyed', now());
insert into django_migrations (app, name, applied) values ('exchange', '0040_recommendations', now());
insert into django_migrations (app, name, applied) values ('figures', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('figures', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('figures', '0003_history', now());
insert into django_migrations (app, name, applied) values ('figures', '0004_taken_out', now());
insert into django_migrations (app, name, applied) values ('figures', '0005_published', now());
insert into django_migrations (app, name, applied) values ('places', '0002_history', now());
insert into django_migrations (app, name, applied) values ('projects', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('gatherings', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('gatherings', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('gatherings', '0003_erasing', now());
insert into django_migrations (app, name, applied) values ('gatherings', '0004_lists_taken', now());
insert into django_migrations (app, name, applied) values ('matching', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('matching', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('mfa', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('mfa', '0002_authenticator_timestamps', now());
insert into django_migrations (app, name, applied) values ('mfa', '0003_authenticator_type_uniq', now());
insert into django_migrations (app, name, applied) values ('pghistory', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('pghistory', '0002_aggregateevent', now());
insert into django_migrations (app, name, applied) values ('pghistory', '0003_auto_20201023_1636', now());
insert into django_migrations (app, name, applied) values ('pghistory', '0004_auto_20220906_1625', now());
insert into django_migrations (app, name, applied) values ('pghistory', '0005_events_middlewareevents', now());
insert into django_migrations (app, name, applied) values ('pghistory', '0006_delete_aggregateevent', now());
insert into django_migrations (app, name, applied) values ('pghistory', '0007_auto_20250421_0444', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0002_drop_started_at_column', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0003_drop_started_at_column', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0004_drop_procrastinate_version_table', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0005_fix_procrastinate_fetch_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0006_fix_trigger_status_events_insert', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0007_add_queueing_lock_column', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0008_close_fetch_job_race_condition', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0009_add_defer_job_function', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0010_add_procrastinate_periodic_defers', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0011_add_foreign_key_index', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0012_add_locks_to_periodic_defer', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0014_add_finish_job_and_retry_job_functions', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0015_add_trigger_on_job_deletion', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0016_delete_finished_jobs', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0017_add_checks_to_finish_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0018_add_checks_to_retry_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0019_fix_finish_job_compat_issue', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0020_add_index_on_procrastinate_jobs', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0022_null_locks_excluded', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0023_remove_old_finish_job_function', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0024_job_id_bigint', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0025_add_models', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0026_add_job_priority', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0027_add_periodic_job_priority', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0028_add_cancel_states', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0029_add_additional_params_to_retry_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0030_alter_procrastinateevent_options', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0031_add_indexes_for_fetch_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0032_pre_cancel_notification', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0033_post_cancel_notification', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0034_pre_add_heartbeat', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0035_post_add_heartbeat', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0036_add_worker_model', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0037_pre_batch_defer_jobs', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0038_post_batch_defer_jobs', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0039_pre_priority_lock_fetch_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0040_pre_retry_failed_job', now());
insert into django_migrations (app, name, applied) values ('procrastinate', '0041_post_retry_failed_job', now());
insert into django_migrations (app, name, applied) values ('projects', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('violations', '0013_lists_by_place_and_state', now());
insert into django_migrations (app, name, applied) values ('violations', '0020_history', now());
insert into django_migrations (app, name, applied) values ('vault', '0020_erased', now());
insert into django_migrations (app, name, applied) values ('vault', '0021_looks_counted', now());
insert into django_migrations (app, name, applied) values ('vault', '0022_numbers', now());
insert into django_migrations (app, name, applied) values ('vault', '0023_wraps', now());
insert into django_migrations (app, name, applied) values ('vault', '0030_history', now());
insert into django_migrations (app, name, applied) values ('violations', '0030_sealed_in_conflict', now());
insert into django_migrations (app, name, applied) values ('search', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('search', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('sessions', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('strategies', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('strategies', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('vault', '0031_matching_sessions', now());
insert into django_migrations (app, name, applied) values ('violations', '0040_reviewing', now());
insert into django_migrations (app, name, applied) values ('violations', '0041_rights_of_reviewing', now());
insert into django_migrations (app, name, applied) values ('violations', '0060_register', now());
insert into django_migrations (app, name, applied) values ('violations', '0070_editing_many', now());
