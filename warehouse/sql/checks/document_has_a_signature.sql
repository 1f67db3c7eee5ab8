-- Near-duplicates are found by comparing 128 unsigned 32-bit values; a shorter signature matches nothing.
select document_id
from documents.document
where len(signature) <> 128
    or list_min(signature) < 0
    or list_max(signature) > 4294967295
order by document_id
