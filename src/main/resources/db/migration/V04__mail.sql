-- One row a letter. Its text can hold a secret link, so it is erased as soon as the letter is out or given up.
create table mail_delivery (
    id              uuid primary key,
    letter_key      varchar(200)  not null unique,
    template        varchar(60)   not null,
    reference       uuid,
    recipient       varchar(254)  not null,
    subject         varchar(300)  not null,
    html            text,
    plain           text,
    state           varchar(10)   not null check (state in ('QUEUED', 'SENT', 'FAILED')),
    attempts        int           not null,
    last_error      varchar(1000),
    queued_at       timestamptz   not null,
    next_attempt_at timestamptz,
    finished_at     timestamptz,
    check (state <> 'QUEUED' or (html is not null and plain is not null))
);
create index mail_delivery_reference on mail_delivery (reference, queued_at desc);
create index mail_delivery_unfinished on mail_delivery (state) where state <> 'SENT';
