-- The marts show the star and nothing else: each consultation in which somebody takes part is one meeting.
with consultation as (
    select distinct event.event_id
    from star.fact_event as event
    inner join star.dim_event_type as event_type on event_type.event_type_id = event.event_type_id
    inner join star.bridge_event_participant as participant on participant.event_id = event.event_id
    where event_type.plover_type = 'CONSULT'
)

select coalesce(consultation.event_id, meeting.event_id) as event_id
from consultation
full join marts.meeting as meeting on meeting.event_id = consultation.event_id
where consultation.event_id is null or meeting.event_id is null
order by 1
