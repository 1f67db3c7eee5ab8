-- One row per event and document that tells it.
select distinct
    told.event_id,
    document.document_id,
    publisher.name as publisher,
    publisher.kind as publisher_kind,
    document.published_on,
    document.title,
    not document.is_story_lead as is_copy
from star.fact_event_mention as told
inner join star.dim_document as document on document.document_id = told.document_id
left join star.dim_publisher as publisher on publisher.publisher_id = document.publisher_id
