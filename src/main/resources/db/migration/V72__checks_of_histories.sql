-- What became of the nightly checks that hold histories against tables. The latest of each is shown.
create table history_check (
    id         bigint generated always as identity primary key,
    name       varchar(40) not null,
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    looked_at  bigint      not null default 0,
    differing  bigint      not null default 0,
    failure    varchar(500)
);
create index history_check_latest on history_check (name, id desc);
create table history_difference (
    id           bigint generated always as identity primary key,
    check_id     bigint       not null references history_check on delete cascade,
    subject_type varchar(20)  not null,
    subject_id   varchar(64)  not null,
    label        varchar(500) not null,
    by_history   varchar(500) not null,
    by_table     varchar(500) not null
);
create index history_difference_check on history_difference (check_id, id);
