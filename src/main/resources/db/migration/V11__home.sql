-- What the home page and the counts in the menu ask with every visit.

-- A supplier's stages; whoever was connected or lost lately.
create index onboarding_supplier_stage on onboarding (supplier_id, stage, stage_since);
-- Who waits longest.
create index onboarding_waiting on onboarding (supplier_id, stage_since)
    where stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING');
-- A process manager's onboardings under way, by stage and age.
create index onboarding_age on onboarding (stage, stage_since)
    where stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING');
create index onboarding_letter_failed on onboarding (supplier_id, stage_since)
    where letter_state = 'FAILED' and stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING');
-- Whether a distributor was invited again.
create index onboarding_place on onboarding (partnership_id, invited_at);
create index onboarding_order on onboarding (connection_order_id) where connection_order_id is not null;
create index connection_supplier_time on connection (supplier_id, connected_at);
