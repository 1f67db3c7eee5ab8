-- Show the sentences that tell the meeting at Miraflores, with their place in the raw text.
select regexp_extract(document.source_uri, '[^/]+$') as file, told.raw_start, told.raw_end, told.trigger_text, told.sentence_text
from star.fact_event_mention as told
inner join star.dim_document as document on document.document_id = told.document_id
inner join marts.meeting as meeting on meeting.event_id = told.event_id
where meeting.start_on = date '2023-10-16' and meeting.place like 'Miraflores%'
order by told.raw_start, told.trigger_text
