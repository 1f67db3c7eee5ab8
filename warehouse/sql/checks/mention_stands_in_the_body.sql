-- A mention is the body's own text: a span that is off by one would put every fact in the wrong place.
select item.mention_id
from entities.mention as item
inner join documents.document as document on document.document_id = item.document_id
where item.end_char > length(document.body)
    or substring(document.body, item.start_char + 1, item.end_char - item.start_char) <> item.text
order by item.mention_id
