-- Only a company's administrators may answer a request for a grant: nobody else has its task. What runs already named all people of
-- the company; the projection narrows what the engine still says of it.
update user_task t
set candidate_groups = array(select distinct regexp_replace(given, '^company-', 'administrators-') from unnest(candidate_groups) given),
    assignee = case when exists (select from account a where a.id = t.assignee and a.position = 'ADMINISTRATOR') then assignee end
where element_id = 'Task_DecideGrant' and state in ('OPEN', 'SUBMITTED');
