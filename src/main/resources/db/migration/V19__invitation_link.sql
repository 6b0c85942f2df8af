-- An invitation is what a supplier extends to a distributor, told by its onboarding; a row here is one letter's link to it.
alter table invitation rename to invitation_link;
alter index invitation_pkey rename to invitation_link_pkey;
alter index invitation_onboarding rename to invitation_link_onboarding;
