-- The words quoted are words of the span: quotation marks, dashes and breaks between them may be left out.
-- severity: warning
with document as (
    select document_id, in_pieces(body) as body
    from documents.document
),

spans as (
    select quote.quote_id, quote.text, span_text(document.body, quote.start_char, quote.end_char) as span_text
    from entities.quote as quote
    inner join document on document.document_id = quote.document_id
)

select quote_id
from spans
where not contains(span_text, text)
    and not contains(
        regexp_replace(span_text, '[^\p{L}\p{N}]', '', 'g'),
        regexp_replace(text, '[^\p{L}\p{N}]', '', 'g')
    )
order by quote_id
