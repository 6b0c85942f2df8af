-- When the last automatic step of the onboarding's process ran. A start message that comes again after it starts nothing.
alter table onboarding add column process_ended_at timestamptz;
update onboarding set process_ended_at = stage_since
    where stage in ('CONNECTED', 'DECLINED', 'EXPIRED', 'REVOKED', 'REJECTED');
