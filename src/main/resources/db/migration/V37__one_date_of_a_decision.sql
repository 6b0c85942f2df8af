-- An invitation can be answered until it ends: the open tasks to answer it have that date too, as new ones have it.
update user_task set due_at = onboarding.expires_at
from onboarding
where user_task.element_id = 'Task_AcceptInvitation' and user_task.state = 'OPEN' and onboarding.id = user_task.subject_id;
