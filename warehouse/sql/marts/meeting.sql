-- One row per meeting, visit or call (PLOVER CONSULT).
with people as (
    select
        participant.event_id,
        actor.name,
        case participant.participation
            when 'host' then 1 when 'source' then 2 when 'visitor' then 3 when 'target' then 4
            when 'mediator' then 5 else 6
        end as position,
        coalesce(role.title || coalesce(' of ' || country.name, ''), country.name) as office,
        actor.kind
    from star.bridge_event_participant as participant
    inner join star.dim_actor as actor on actor.actor_id = participant.actor_id
    left join star.dim_role as role on role.role_id = participant.role_id
    left join star.dim_country as country on country.country_id = participant.country_id
),

lists as (
    select
        event_id,
        string_agg(name, '; ' order by position, name) as participants,
        string_agg(
            case when kind = 'country' or office is null then name else name || ' (' || office || ')' end,
            '; '
            order by position, name
        ) as participants_and_offices
    from people
    group by event_id
),

headlines as (
    select told.event_id, list_sort(list(distinct document.title) filter (where document.title is not null)) as titles
    from star.fact_event_mention as told
    inner join star.dim_document as document on document.document_id = told.document_id
    group by told.event_id
)

select
    event.event_id,
    type.mode,
    event.realis,
    event.start_on,
    event.date_basis,
    case when city.kind = 'city' then place.name || ', ' || city.name else place.name end as place,
    country.name as country,
    lists.participants,
    lists.participants_and_offices,
    event.document_count,
    event.source_count,
    coalesce(headlines.titles, []) as titles
from star.fact_event as event
inner join star.dim_event_type as type on type.event_type_id = event.event_type_id and type.plover_type = 'CONSULT'
inner join lists on lists.event_id = event.event_id
left join headlines on headlines.event_id = event.event_id
left join star.dim_place as place on place.place_id = event.place_id
left join star.dim_place as city on city.place_id = place.parent_place_id
left join star.dim_country as country on country.country_id = place.country_id
