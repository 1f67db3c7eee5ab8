-- No event follows, realises or contradicts itself.
select event_id, related_event_id, relation
from star.bridge_event_relation
where event_id = related_event_id
order by event_id, related_event_id, relation
