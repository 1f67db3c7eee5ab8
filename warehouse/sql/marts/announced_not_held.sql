-- One row per planned meeting that no document reports as held or cancelled.
with announced as (
    select told.event_id, min(document.published_on) as announced_on
    from star.fact_event_mention as told
    inner join star.dim_document as document on document.document_id = told.document_id
    group by told.event_id
),

names as (
    select participant.event_id, string_agg(actor.name, '; ' order by actor.name) as participants
    from star.bridge_event_participant as participant
    inner join star.dim_actor as actor on actor.actor_id = participant.actor_id
    group by participant.event_id
)

select
    event.event_id,
    event.start_on,
    place.name as place,
    names.participants,
    announced.announced_on,
    event.document_count
from star.fact_event as event
inner join star.dim_event_type as type on type.event_type_id = event.event_type_id and type.plover_type = 'CONSULT'
inner join announced on announced.event_id = event.event_id
inner join names on names.event_id = event.event_id
left join star.dim_place as place on place.place_id = event.place_id
left join star.bridge_event_relation as relation
    on relation.event_id = event.event_id
    and relation.relation in ('realised_by', 'cancelled_by')
where event.realis = 'planned' and relation.event_id is null
