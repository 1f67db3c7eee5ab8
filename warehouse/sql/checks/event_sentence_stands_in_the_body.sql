-- The sentence of an event is the body's own text: a span that is off by one would put every fact in the wrong place.
with item as (
    select event_mention_id, document_id, start_char, end_char, sentence_text from entities.event_mention
    union all
    select event_mention_id, document_id, start_char, end_char, sentence_text from entities.raised_topic
),

document as (
    select document_id, in_pieces(body) as body
    from documents.document
)

select item.event_mention_id
from item
inner join document on document.document_id = item.document_id
where item.end_char > document.body.length
    or span_text(document.body, item.start_char, item.end_char) <> item.sentence_text
order by item.event_mention_id
