-- A mention is the body's own text: a span that is off by one would put every fact in the wrong place.
with document as (
    select document_id, in_pieces(body) as body
    from documents.document
),

item as (
    select mention_id as id, document_id, text, start_char, end_char from entities.mention
    union all
    select chain_id, document_id, text, start_char, end_char from entities.office_mention
)

select item.id
from item
inner join document on document.document_id = item.document_id
where item.end_char > document.body.length
    or span_text(document.body, item.start_char, item.end_char) <> item.text
order by item.id
