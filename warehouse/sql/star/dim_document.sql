-- One row per document. A document is current while the newest sighting of at least one of its sources shows it
-- and no newer document has its url.
with newest_sighting as (
    select source_uri, arg_max(article_id, (landed_at, batch_id)) as article_id
    from raw.landing
    where outcome <> 'unreadable'
    group by source_uri
),

-- a feed moves its entries along and drops the oldest: a record that declares its url is superseded by its url alone
shown as (
    select article_id from newest_sighting
    union
    select article_id from raw.article where declared_url is not null and contains(source_uri, '#')
),

-- the same bytes may lie at several sources: a current one names the document, the first by name of several
source as (
    select
        landing.article_id,
        arg_min(
            landing.source_uri,
            (newest_sighting.article_id is distinct from landing.article_id, landing.source_uri)
        ) as source_uri
    from raw.landing as landing
    left join newest_sighting on newest_sighting.source_uri = landing.source_uri
    group by landing.article_id
),

newest_of_url as (
    select document.url, arg_max(document.document_id, (article.landed_at, article.batch_id, document.document_id)) as document_id
    from documents.document as document
    inner join raw.article as article on article.article_id = document.document_id
    where document.url is not null
    group by document.url
)

select
    document.document_id,
    source.source_uri,
    document.url,
    document.title,
    document.author,
    publisher.publisher_id,
    document.wire_source,
    document.language,
    document.published_on,
    document.published_basis,
    dateline_place.place_id as dateline_place_id,
    document.word_count,
    story.story_id,
    story.is_story_lead,
    shown.article_id is not null
    and (document.url is null or newest_of_url.document_id = document.document_id) as is_current,
    article.sha256,
    article.batch_id
from documents.document as document
inner join raw.article as article on article.article_id = document.document_id
inner join source on source.article_id = document.document_id
inner join resolution.story as story on story.document_id = document.document_id
left join shown on shown.article_id = document.document_id
left join newest_of_url on newest_of_url.url = document.url
left join resolution.dateline_place as dateline_place on dateline_place.document_id = document.document_id
left join reference.publishers as known
    on known.name = document.publisher
    or (document.publisher is null and known.domain = document.domain)
left join star.dim_publisher as publisher
    on publisher.name = coalesce(known.name, document.publisher, document.domain)
order by document.document_id
