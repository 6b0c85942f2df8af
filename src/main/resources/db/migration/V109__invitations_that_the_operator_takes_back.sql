-- The sales department takes an invitation back, as of an address that it has mistyped.
alter table account_change drop constraint account_change_kind_check;
alter table account_change add constraint account_change_kind_check check (kind in
    ('INVITED', 'WITHDRAWN', 'APPOINTED', 'SWITCHED_OFF', 'SWITCHED_ON', 'FACTOR_REMOVED', 'COMPANY_OFF', 'COMPANY_ON', 'ERASED'));
