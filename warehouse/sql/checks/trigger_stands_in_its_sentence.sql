-- The words that tell an event are words of its sentence.
-- severity: warning
select event_mention_id
from entities.event_mention
where trigger_start < raw_start or trigger_end > raw_end
order by event_mention_id
