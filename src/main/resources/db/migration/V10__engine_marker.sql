-- By which this installation finds out whether the engine is still the one that knows its processes. At most one row.
create table engine_marker (
    singleton boolean primary key default true check (singleton),
    id   uuid not null
);
-- Keys of tasks of an engine that is gone become negative, which no engine gives out.
create sequence retired_task_key;
