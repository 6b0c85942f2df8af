-- Process managers' list begins with the latest of all.
create index onboarding_latest on onboarding (invited_at desc, id);
