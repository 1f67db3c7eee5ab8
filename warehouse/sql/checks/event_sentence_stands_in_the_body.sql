-- The sentence of an event is the body's own text: a span that is off by one would put every fact in the wrong place.
with item as (
    select event_mention_id, document_id, start_char, end_char, sentence_text from entities.event_mention
    union all
    select event_mention_id, document_id, start_char, end_char, sentence_text from entities.raised_topic
)

select item.event_mention_id
from item
inner join documents.document as document on document.document_id = item.document_id
where item.end_char > length(document.body)
    or substring(document.body, item.start_char + 1, item.end_char - item.start_char) <> item.sentence_text
order by item.event_mention_id
