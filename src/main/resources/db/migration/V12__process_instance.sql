-- By which the engine knows the onboarding's process: noted by each first job, forgotten when the engine is replaced.
alter table onboarding add column process_instance_key bigint;
