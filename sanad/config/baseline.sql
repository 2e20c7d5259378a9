-- The tables of a fresh site, as its migrations make them. Written by `make baseline`: do not edit.
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

CREATE FUNCTION public.sanad_stays_closed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    raise exception 'row % of % is closed already', old.id, tg_table_name
        using errcode = 'insufficient_privilege', constraint = 'stays_closed', table = tg_table_name;
end $$;

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
    CONSTRAINT notice_kind_known CHECK (((kind)::text = ANY ((ARRAY['glass_broken'::character varying, 'over_budget'::character varying, 'custody_moved'::character varying, 'factor_reset'::character varying])::text[]))),
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
    custodian_id integer NOT NULL
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

ALTER TABLE ONLY public.accounts_approval
    ADD CONSTRAINT accounts_approval_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_grant
    ADD CONSTRAINT accounts_grant_pkey PRIMARY KEY (approval_id);

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

ALTER TABLE ONLY public.exchange_import
    ADD CONSTRAINT exchange_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.exchange_importfinding
    ADD CONSTRAINT exchange_importfinding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.figures_savedtable
    ADD CONSTRAINT figures_savedtable_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.figures_snapshot
    ADD CONSTRAINT figures_snapshot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.figures_takenout
    ADD CONSTRAINT figures_takenout_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT mention_of_its_report UNIQUE (report_id, id, custodian_id);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.violations_coverageday
    ADD CONSTRAINT one_coverage_per_day UNIQUE (custodian_id, institution_id, day);

ALTER TABLE ONLY public.violations_intervention
    ADD CONSTRAINT one_intervention_per_number UNIQUE (root, number);

ALTER TABLE ONLY public.violations_revision
    ADD CONSTRAINT one_revision_per_number UNIQUE (report_id, number);

ALTER TABLE ONLY public.figures_savedtable
    ADD CONSTRAINT one_saved_table_per_version UNIQUE (key, version);

ALTER TABLE ONLY public.violations_violation
    ADD CONSTRAINT one_violation_per_person_and_type UNIQUE (event_id, person_id, type_id);

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

ALTER TABLE ONLY public.violations_report
    ADD CONSTRAINT report_with_custodian UNIQUE (id, custodian_id);

ALTER TABLE ONLY public.places_succession
    ADD CONSTRAINT succession_once UNIQUE (predecessor_id, successor_id);

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

ALTER TABLE ONLY public.violations_document
    ADD CONSTRAINT violations_document_pkey PRIMARY KEY (id);

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

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX change_of_row ON public.ledger_change USING btree (kind, "row", id DESC);

CREATE INDEX codes_code_parent_id_0b9fb235 ON public.codes_code USING btree (parent_id);

CREATE INDEX codes_code_vocabulary_id_7cbcf8ea ON public.codes_code USING btree (vocabulary_id);

CREATE INDEX codes_vocabulary_slug_ea98c4ca_like ON public.codes_vocabulary USING btree (slug varchar_pattern_ops);

CREATE INDEX consent_latest ON public.violations_consent USING btree (mention, use, id DESC);

CREATE UNIQUE INDEX custodian_key_one_current ON public.vault_custodiankey USING btree (custodian_id) WHERE (until IS NULL);

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

CREATE INDEX figures_savedtable_custodian_id_5d51c001 ON public.figures_savedtable USING btree (custodian_id);

CREATE INDEX figures_savedtable_snapshot_id_19d3f635 ON public.figures_savedtable USING btree (snapshot_id);

CREATE INDEX figures_savedtable_snapshot_id_19d3f635_like ON public.figures_savedtable USING btree (snapshot_id varchar_pattern_ops);

CREATE INDEX figures_snapshot_id_86b0aeee_like ON public.figures_snapshot USING btree (id varchar_pattern_ops);

CREATE INDEX figures_takenout_custodian_id_b94af70d ON public.figures_takenout USING btree (custodian_id);

CREATE INDEX finding_by_row ON public.exchange_importfinding USING btree (imported_id, "row");

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

CREATE UNIQUE INDEX one_current_revision ON public.violations_revision USING btree (report_id) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_current_saved_table ON public.figures_savedtable USING btree (key) WHERE (replaced_at IS NULL);

CREATE UNIQUE INDEX one_current_status ON public.violations_victimstatus USING btree (root) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_report_per_external_id ON public.violations_report USING btree (custodian_id, origin, external_id) WHERE (NOT ((external_id)::text = ''::text));

CREATE INDEX original_same_file ON public.vault_original USING btree (custodian_id, mac);

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

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX report_received ON public.violations_report USING btree (received_on DESC, id DESC) INCLUDE (custodian_id, source_kind_id, batch_id, made_by);

CREATE INDEX report_typed_by ON public.violations_report USING btree (made_by, id DESC) WHERE (batch_id IS NULL);

CREATE INDEX safeguard_latest ON public.violations_safeguard USING btree (mention, id DESC);

CREATE UNIQUE INDEX sharing_one_open_rule ON public.accounts_sharingrule USING btree (giver_id, receiver_id) WHERE (until IS NULL);

CREATE INDEX snapshot_newest ON public.figures_snapshot USING btree (confirmed_at DESC);

CREATE INDEX taken_out_newest ON public.figures_takenout USING btree (custodian_id, at DESC);

CREATE UNIQUE INDEX tie_one_open ON public.accounts_tie USING btree (user_id, institution_id) WHERE (until IS NULL);

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

CREATE INDEX violations_document_batch_id_682dd435 ON public.violations_document USING btree (batch_id);

CREATE INDEX violations_document_institution_id_bb1784a1 ON public.violations_document USING btree (institution_id);

CREATE INDEX violations_document_kind_id_095f64a2 ON public.violations_document USING btree (kind_id);

CREATE INDEX violations_document_language_id_5330e9a6 ON public.violations_document USING btree (language_id);

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

CREATE TRIGGER follows_its_root AFTER INSERT ON public.violations_act FOR EACH ROW WHEN ((new.id <> new.root)) EXECUTE FUNCTION public.sanad_follows_its_root();

CREATE TRIGGER follows_its_root AFTER INSERT ON public.violations_involvement FOR EACH ROW WHEN ((new.id <> new.root)) EXECUTE FUNCTION public.sanad_follows_its_root();

CREATE TRIGGER follows_its_root AFTER INSERT ON public.violations_mention FOR EACH ROW WHEN ((new.id <> new.root)) EXECUTE FUNCTION public.sanad_follows_its_root();

CREATE TRIGGER follows_its_root AFTER INSERT ON public.violations_victimstatus FOR EACH ROW WHEN ((new.id <> new.root)) EXECUTE FUNCTION public.sanad_follows_its_root();

CREATE TRIGGER judges_what_is_there AFTER INSERT ON public.violations_judgement FOR EACH ROW WHEN ((new.batch_id IS NULL)) EXECUTE FUNCTION public.sanad_judges_what_is_there();

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_approval FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'office_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_link FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', 'browser_hash taken_at');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_office FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_posting FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'office_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_sharingrule FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'giver_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_tie FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', 'password last_login one_time_expires');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.codes_code FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.codes_vocabulary FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.figures_savedtable FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.institutions_institution FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.institutions_institutionname FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.places_place FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.vault_custodiankey FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.vault_escrowparty FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.vault_unlocker FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', '', 'locked');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.violations_batch FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

CREATE TRIGGER keep_history AFTER DELETE OR UPDATE ON public.violations_coverageday FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_history('id', 'custodian_id', '');

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

ALTER TABLE ONLY public.violations_consent
    ADD CONSTRAINT consent_of_its_mention FOREIGN KEY (mention, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_consent
    ADD CONSTRAINT consent_of_its_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

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

ALTER TABLE ONLY public.figures_savedtable
    ADD CONSTRAINT figures_savedtable_custodian_id_5d51c001_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures_savedtable
    ADD CONSTRAINT figures_savedtable_snapshot_id_19d3f635_fk_figures_snapshot_id FOREIGN KEY (snapshot_id) REFERENCES public.figures_snapshot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures_takenout
    ADD CONSTRAINT figures_takenout_custodian_id_b94af70d_fk_accounts_office_id FOREIGN KEY (custodian_id) REFERENCES public.accounts_office(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_ground
    ADD CONSTRAINT ground_act_of_its_report FOREIGN KEY (act, report_id, custodian_id) REFERENCES public.violations_act(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_ground
    ADD CONSTRAINT ground_of_violation FOREIGN KEY (violation_id) REFERENCES public.violations_violation(id) DEFERRABLE INITIALLY DEFERRED;

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

ALTER TABLE ONLY public.violations_involvement
    ADD CONSTRAINT involvement_act_of_its_report FOREIGN KEY (act, report_id, custodian_id) REFERENCES public.violations_act(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_involvement
    ADD CONSTRAINT involvement_perpetrator_of_its_report FOREIGN KEY (perpetrator, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT mention_of_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_mention
    ADD CONSTRAINT mention_part_of_of_its_report FOREIGN KEY (part_of, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vault_number
    ADD CONSTRAINT number_of_a_sealed_value FOREIGN KEY (row_id, of) REFERENCES public.vault_sealed(row_id, of) ON DELETE CASCADE;

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

ALTER TABLE ONLY public.violations_revision
    ADD CONSTRAINT revision_of_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_safeguard
    ADD CONSTRAINT safeguard_of_its_mention FOREIGN KEY (mention, report_id, custodian_id) REFERENCES public.violations_mention(id, report_id, custodian_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.violations_safeguard
    ADD CONSTRAINT safeguard_of_its_report FOREIGN KEY (report_id, custodian_id) REFERENCES public.violations_report(id, custodian_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

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

ALTER TABLE ONLY public.violations_victimstatus
    ADD CONSTRAINT violations_victimstatus_status_id_af63f799_fk_codes_code_id FOREIGN KEY (status_id) REFERENCES public.codes_code(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE public.accounts_approval ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.accounts_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.accounts_notice ENABLE ROW LEVEL SECURITY;

CREATE POLICY adding ON public.accounts_approval FOR INSERT WITH CHECK (true);

CREATE POLICY adding ON public.accounts_link FOR INSERT WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY adding ON public.accounts_notice FOR INSERT WITH CHECK (true);

CREATE POLICY changing ON public.accounts_approval FOR UPDATE USING (true);

CREATE POLICY changing ON public.accounts_link FOR UPDATE USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY changing ON public.accounts_notice FOR UPDATE USING ((office_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY conflict ON public.exchange_import AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_import_is_closed(batch_id, made_by))));

CREATE POLICY conflict ON public.exchange_importfinding AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT (NOT (EXISTS ( SELECT 1
   FROM public.exchange_import i
  WHERE (i.id = exchange_importfinding.imported_id)))))));

CREATE POLICY conflict ON public.vault_sealed AS RESTRICTIVE FOR SELECT TO sanad_app, sanad_vault USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_sealed_is_closed(row_id, (of)::text))));

CREATE POLICY conflict ON public.violations_account AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_act AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

CREATE POLICY conflict ON public.violations_batch AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_batch_is_closed(id))));

CREATE POLICY conflict ON public.violations_consent AS RESTRICTIVE FOR SELECT TO sanad_app USING (((( SELECT public.sanad_conflicts() AS sanad_conflicts) = '{}'::integer[]) OR (NOT public.sanad_report_is_closed(report_id))));

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

ALTER TABLE public.exchange_import ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.exchange_importfinding ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.figures_savedtable ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.figures_takenout ENABLE ROW LEVEL SECURITY;

CREATE POLICY granted ON public.violations_account FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_act FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_alleged FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

CREATE POLICY granted ON public.violations_consent FOR SELECT TO sanad_app USING ((report_id = ANY (( SELECT public.sanad_granted() AS sanad_granted)::uuid[])));

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

ALTER TABLE public.ledger_change ENABLE ROW LEVEL SECURITY;

CREATE POLICY scope ON public.accounts_approval FOR SELECT USING (((office_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])) OR (custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])) OR ((kind)::text = 'factor_reset'::text)));

CREATE POLICY scope ON public.accounts_link FOR SELECT USING (((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])) OR ((token_hash)::text = NULLIF(current_setting('sanad.link'::text, true), ''::text))));

CREATE POLICY scope ON public.accounts_notice FOR SELECT USING ((office_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.exchange_import USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.exchange_importfinding USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.figures_savedtable USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.figures_takenout USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

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

CREATE POLICY scope ON public.violations_document USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

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

CREATE POLICY scope ON public.violations_victimstatus USING ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))) WITH CHECK ((custodian_id = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[])));

CREATE POLICY scope ON public.violations_violation USING ((custodians && ( SELECT public.sanad_scope() AS sanad_scope))) WITH CHECK ((custodians && ( SELECT public.sanad_scope() AS sanad_scope)));

CREATE POLICY seen ON public.ledger_change FOR SELECT USING (((custodian IS NULL) OR (custodian = ANY (( SELECT public.sanad_scope() AS sanad_scope)::integer[]))));

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

ALTER TABLE public.violations_document ENABLE ROW LEVEL SECURITY;

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

ALTER TABLE public.violations_victimstatus ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.violations_violation ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO sanad_app;
GRANT USAGE ON SCHEMA public TO sanad_snapshot;
GRANT USAGE ON SCHEMA public TO sanad_vault;

REVOKE ALL ON FUNCTION public.ledger_forget(forgotten uuid, new_salt bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.ledger_forget(forgotten uuid, new_salt bytea) TO sanad_app;

REVOKE ALL ON FUNCTION public.ledger_keep_history() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.ledger_number(everything boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.ledger_number(everything boolean) TO sanad_app;

REVOKE ALL ON FUNCTION public.ledger_wait() FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_blank_mentions(roots uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_blank_mentions(roots uuid[]) TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_move_report(moved uuid, taker integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_move_report(moved uuid, taker integer) TO sanad_app;

REVOKE ALL ON FUNCTION public.sanad_undo_batch(gone uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sanad_undo_batch(gone uuid) TO sanad_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.accounts_approval TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.accounts_grant TO sanad_app;

GRANT UPDATE(until) ON TABLE public.accounts_grant TO sanad_app;

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

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_import TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_importfinding TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figures_savedtable TO sanad_app;

GRANT SELECT,USAGE ON SEQUENCE public.figures_savedtable_id_seq TO sanad_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.figures_snapshot TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.figures_takenout TO sanad_app;

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

GRANT SELECT,INSERT ON TABLE public.violations_document TO sanad_app;

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

GRANT SELECT(source_kind_id) ON TABLE public.violations_report TO sanad_snapshot;

GRANT SELECT(batch_id) ON TABLE public.violations_report TO sanad_snapshot;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.violations_reviewrule TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_revision TO sanad_app;

GRANT UPDATE(until) ON TABLE public.violations_revision TO sanad_app;

GRANT SELECT,INSERT ON TABLE public.violations_safeguard TO sanad_app;

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
insert into django_migrations (app, name, applied) values ('figures', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('figures', '0002_rights', now());
insert into django_migrations (app, name, applied) values ('figures', '0003_history', now());
insert into django_migrations (app, name, applied) values ('figures', '0004_taken_out', now());
insert into django_migrations (app, name, applied) values ('institutions', '0002_history', now());
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
insert into django_migrations (app, name, applied) values ('places', '0002_history', now());
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
insert into django_migrations (app, name, applied) values ('sessions', '0001_initial', now());
insert into django_migrations (app, name, applied) values ('vault', '0020_erased', now());
insert into django_migrations (app, name, applied) values ('vault', '0021_looks_counted', now());
insert into django_migrations (app, name, applied) values ('vault', '0022_numbers', now());
insert into django_migrations (app, name, applied) values ('vault', '0023_wraps', now());
insert into django_migrations (app, name, applied) values ('vault', '0030_history', now());
insert into django_migrations (app, name, applied) values ('vault', '0031_matching_sessions', now());
insert into django_migrations (app, name, applied) values ('violations', '0013_lists_by_place_and_state', now());
insert into django_migrations (app, name, applied) values ('violations', '0020_history', now());
insert into django_migrations (app, name, applied) values ('violations', '0030_sealed_in_conflict', now());
insert into django_migrations (app, name, applied) values ('violations', '0040_reviewing', now());
insert into django_migrations (app, name, applied) values ('violations', '0041_rights_of_reviewing', now());
