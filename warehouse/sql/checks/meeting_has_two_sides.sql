-- Nobody meets alone: a meeting has two actors, or one and the place that was visited. A summit may be told of one.
-- severity: warning
with meeting as (
    select event.event_id, event.place_id
    from star.fact_event as event
    inner join star.dim_event_type as event_type on event_type.event_type_id = event.event_type_id
    where event_type.plover_type = 'CONSULT' and event_type.mode is distinct from 'multilateral'
),

counted as (
    select meeting.event_id, count(participant.actor_id) + count(distinct meeting.place_id) as side_count
    from meeting
    left join star.bridge_event_participant as participant on participant.event_id = meeting.event_id
    group by meeting.event_id
)

select event_id
from counted
where side_count < 2
order by event_id
