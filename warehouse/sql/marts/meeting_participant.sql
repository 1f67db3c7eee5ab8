-- One row per participant of a meeting, visit or call.
select
    event.event_id,
    actor.actor_id,
    event.start_on,
    case when city.kind = 'city' then place.name || ', ' || city.name else place.name end as place,
    participant.participation,
    actor.name as actor,
    actor.kind,
    role.title as role,
    participant.country_id
from star.fact_event as event
inner join star.dim_event_type as type on type.event_type_id = event.event_type_id and type.plover_type = 'CONSULT'
inner join star.bridge_event_participant as participant on participant.event_id = event.event_id
inner join star.dim_actor as actor on actor.actor_id = participant.actor_id
left join star.dim_role as role on role.role_id = participant.role_id
left join star.dim_place as place on place.place_id = event.place_id
left join star.dim_place as city on city.place_id = place.parent_place_id
