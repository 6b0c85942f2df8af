-- A batch's kind is the key of an action that a module brings, its reason one of the parameters that an action may have.
alter table batch drop constraint batch_kind_check;
alter table batch alter column kind type varchar(40);
alter table batch add parameters jsonb not null default '{}';
update batch set parameters = jsonb_build_object('reason', reason) where reason is not null;
alter table batch drop reason, alter parameters drop default;

-- A row is about a subject of any kind, and what its action needs to know of it stands in the details.
alter table batch_row drop constraint batch_row_onboarding_id_fkey;
alter table batch_row rename onboarding_id to subject_id;
alter table batch_row rename name to label;
alter table batch_row alter label type text;
alter table batch_row add details jsonb;
update batch_row set details = jsonb_strip_nulls(jsonb_build_object('email', email, 'taxId', tax_id, 'city', city,
    'language', language, 'code', code));
alter table batch_row alter details set not null, drop email, drop tax_id, drop city, drop language, drop code;
