-- An event in which nobody takes part answers no question.
-- severity: warning
select event.event_id
from star.fact_event as event
left join star.bridge_event_participant as participant on participant.event_id = event.event_id
where participant.event_id is null
order by event.event_id
