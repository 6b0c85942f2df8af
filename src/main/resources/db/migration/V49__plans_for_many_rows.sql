-- What these do for a statement of one row, and for one of ten thousand, needs different plans: a plan that was kept from one row would
-- compare each of many rows with each.
alter function license_assignment_keep() set plan_cache_mode = force_custom_plan;
alter function connection_tally_keep() set plan_cache_mode = force_custom_plan;
