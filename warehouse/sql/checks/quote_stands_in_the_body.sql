-- The words quoted are words of the span: quotation marks, dashes and breaks between them may be left out.
-- severity: warning
with spans as (
    select
        quote.quote_id,
        quote.text,
        substring(document.body, quote.start_char + 1, quote.end_char - quote.start_char) as span_text
    from entities.quote as quote
    inner join documents.document as document on document.document_id = quote.document_id
)

select quote_id
from spans
where not contains(
    regexp_replace(span_text, '[^\p{L}\p{N}]', '', 'g'),
    regexp_replace(text, '[^\p{L}\p{N}]', '', 'g')
)
order by quote_id
