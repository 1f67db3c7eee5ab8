-- A count far from the number of words in the body was taken of another text.
-- severity: warning
with counted as (
    select document_id, word_count, len(regexp_extract_all(body, '\S+')) as token_count
    from documents.document
)

select document_id, word_count, token_count
from counted
where word_count not between 0.5 * token_count and 2 * token_count + 1
order by document_id
