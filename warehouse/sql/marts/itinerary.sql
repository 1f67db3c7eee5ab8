-- One row per person and event with a known place.
with participants as (
    select participant.event_id, actor.actor_id, actor.name, actor.kind
    from star.bridge_event_participant as participant
    inner join star.dim_actor as actor on actor.actor_id = participant.actor_id
),

company as (
    select one.event_id, one.actor_id, string_agg(other.name, '; ' order by other.name) as with_whom
    from participants as one
    inner join participants as other on other.event_id = one.event_id and other.actor_id <> one.actor_id
    where one.kind = 'person'
    group by one.event_id, one.actor_id
)

select
    participants.actor_id,
    event.event_id,
    participants.name as actor,
    event.start_on,
    event.realis,
    case when city.kind = 'city' then place.name || ', ' || city.name else place.name end as place,
    country.name as country,
    company.with_whom
from participants
inner join star.fact_event as event on event.event_id = participants.event_id
inner join star.dim_place as place on place.place_id = event.place_id
left join star.dim_place as city on city.place_id = place.parent_place_id
left join star.dim_country as country on country.country_id = place.country_id
left join company on company.event_id = participants.event_id and company.actor_id = participants.actor_id
where participants.kind = 'person' and event.realis in ('asserted', 'planned')
