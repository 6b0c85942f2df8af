-- The sales department reads by the tax ID who has invited whoever asks to be registered, with whichever supplier.
create index partnership_invited_company on partnership (invitee_tax_id) where invitee_tax_id is not null;
