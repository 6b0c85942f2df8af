-- How a person likes the inbox. A person without a row, or with nulls in it, has what the role is given.
create table inbox_setting (
    account      uuid primary key references account on delete cascade,
    shown        varchar(12),
    element      varchar(100),
    search       varchar(200),
    sort         varchar(12),
    mail_created boolean,
    mail_overdue boolean,
    open_next    boolean
);
