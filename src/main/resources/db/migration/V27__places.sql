-- An invitation that turned out to be for a company which has a place with this supplier ends as joined to that place.
alter table onboarding drop constraint onboarding_stage_check;
alter table onboarding add constraint onboarding_stage_check check (stage in
    ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING', 'CONNECTED', 'DECLINED', 'EXPIRED', 'REVOKED', 'REJECTED', 'JOINED'));
alter table onboarding add column joined_to uuid references partnership;

-- Whom a supplier invites is recognized by the tax id, and invitations find the person whose address is invited.
create index partnership_tax_id on partnership (supplier_id, invitee_tax_id) where invitee_tax_id is not null;
create index partnership_invitee on partnership (invitee_email);

-- A link that was sent to a wrong address.
alter table invitation_link add column ended_at timestamptz;
-- A letter that was called back before it went out.
alter table mail_delivery drop constraint mail_delivery_state_check;
alter table mail_delivery add constraint mail_delivery_state_check
    check (state in ('QUEUED', 'SENT', 'FAILED', 'WITHDRAWN'));
-- Where to go on after a password is set, for instance to an invitation.
alter table password_token add column continue_path varchar(2000);
