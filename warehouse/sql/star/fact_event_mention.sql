-- One row per event as one sentence of a document tells it.
select
    told.event_mention_id,
    resolved.event_id,
    told.document_id,
    event_type.event_type_id,
    told.realis,
    told.trigger_text,
    told.sentence_text,
    told.raw_start,
    told.raw_end,
    told.start_on,
    told.end_on,
    told.date_basis,
    place_mention.place_id,
    told.confidence
from entities.event_mention as told
inner join resolution.event_mention as resolved on resolved.event_mention_id = told.event_mention_id
inner join star.dim_event_type as event_type
    on event_type.plover_type = told.plover_type
    and event_type.mode is not distinct from told.mode
left join resolution.place_mention as place_mention on place_mention.mention_id = told.place_mention_id
order by told.event_mention_id
