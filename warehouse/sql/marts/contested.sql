-- One row per account of an event on which accounts disagree.
select
    told.event_id,
    told.event_mention_id,
    told.document_id,
    publisher.name as publisher,
    told.start_on,
    place.name as place,
    told.sentence_text
from star.fact_event_mention as told
inner join star.fact_event as event on event.event_id = told.event_id and event.is_contested
inner join star.dim_document as document on document.document_id = told.document_id
left join star.dim_publisher as publisher on publisher.publisher_id = document.publisher_id
left join star.dim_place as place on place.place_id = told.place_id
