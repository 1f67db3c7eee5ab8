-- Of the versions of one source, or of one url, at most one is current: facts of two would be counted twice.
with version as (
    select source_uri as origin, document_id, is_current from star.dim_document
    union all
    select url, document_id, is_current from star.dim_document where url is not null
)

select origin
from version
group by origin
having count(distinct document_id) filter (where is_current) > 1
order by origin
