-- A document is superseded only by something newer: another article at one of its sources, or another of its url.
with sighting as (
    select source_uri, article_id
    from raw.landing
    where outcome <> 'unreadable'
),

superseded as (
    select document_id, url
    from star.dim_document
    where not is_current
),

succeeded as (
    select superseded.document_id
    from superseded
    inner join sighting as own on own.article_id = superseded.document_id
    inner join sighting as other on other.source_uri = own.source_uri and other.article_id <> superseded.document_id

    union
    select superseded.document_id
    from superseded
    inner join star.dim_document as other on other.url = superseded.url and other.document_id <> superseded.document_id
)

select superseded.document_id
from superseded
left join succeeded on succeeded.document_id = superseded.document_id
where succeeded.document_id is null
order by superseded.document_id
