-- Of the versions of one source, or of one url, at most one is current: facts of two would be counted twice.
with version as (
    select document.source_uri as origin, document.document_id, document.is_current
    from star.dim_document as document
    left join raw.article as article on article.article_id = document.document_id
    -- the entries of a feed move along: a record that declares its url is known by that
    where article.declared_url is null or not contains(article.source_uri, '#')

    union all
    select url, document_id, is_current from star.dim_document where url is not null
)

select origin
from version
group by origin
having count(distinct document_id) filter (where is_current) > 1
order by origin
