-- What the page shows of a step while it is being tried again: the engine has no incident of it then.
alter table step_retry add column process_id varchar(200);
alter table step_retry add column last_failed timestamptz;
alter table step_retry add column attempts int;
alter table step_retry add column cause varchar(20);
alter table step_retry add column technical_text varchar(4000);
alter table step_retry add column subject_kind varchar(20);
alter table step_retry add column subject_id uuid;
create index step_retry_finished on step_retry (finished_at) where outcome = 'FAILED';
