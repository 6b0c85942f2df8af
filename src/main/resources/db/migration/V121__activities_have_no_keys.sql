-- Nothing is told by a key any more: whoever tells a thing once asks the state, under the onboarding's lock. The index goes with the column.
alter table activity drop column once_key;
