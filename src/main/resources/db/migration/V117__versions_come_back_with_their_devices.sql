-- A license that is moved takes the version of the device that it comes to. Whoever takes the move back brings the version back that it had
-- before: an assignment that ends keeps it.
alter table license_assignment add column config_version varchar(40);
comment on column license_assignment.config_version is
    'Of the license when it ended, empty for none; null for today''s, and where it ended before this was kept.';

create or replace function license_assignment_keep() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
    -- Not when the statement began: it may have waited for whoever has moved the license before.
    moment timestamptz := clock_timestamp();
begin
    if tg_op = 'UPDATE' then
        with moved as (
            select after.*, coalesce(before.config_version, '') as version_before from after join before on before.id = after.id
            where (before.device_id, before.user_name) is distinct from (after.device_id, after.user_name)
        ), ended as (
            update license_assignment assignment
            set ended_at = greatest(assignment.assigned_at, moment), config_version = moved.version_before
            from moved where assignment.license_id = moved.id and assignment.ended_at is null
            returning assignment.license_id, assignment.ended_at
        )
        insert into license_assignment (license_id, device_id, agent, assigned_at, act)
        select moved.id, moved.device_id, moved.user_name, coalesce(ended.ended_at, moment), moved.assigned_by
        from moved left join ended on ended.license_id = moved.id;
    else
        insert into license_assignment (license_id, device_id, agent, assigned_at, act)
        select id, device_id, user_name, created_at, assigned_by from after;
    end if;
    return null;
end
$$;

create or replace view licenses_assignment as
    select id, license_id, device_id, agent, assigned_at, ended_at, act, config_version from license_assignment;

drop function licenses_assign(uuid[], uuid[], text[], uuid);
-- Licenses that are locked by the caller go to devices and agents; all arrays are of one length. A version is said for what comes back to
-- where it was, empty for none; null leaves it to the device.
create function licenses_assign(licenses uuid[], devices uuid[], agents text[], versions text[], by_act uuid) returns bigint language sql as $$
    with moved as (
        update license set device_id = target.device_id, user_name = target.agent, assigned_by = by_act,
            mdm_id = device.mdm_id,
            config_version = case when target.device_id is not distinct from license.device_id then license.config_version
                when target.version is not null then nullif(target.version, '')
                else coalesce(device.config_version, license.config_version) end
        from unnest(licenses, devices, agents, versions) as target (license_id, device_id, agent, version)
            left join device on device.id = target.device_id
        where license.id = target.license_id
        returning license.id
    )
    select count(*) from moved
$$;
