-- One row per publisher of a document; country and kind from the reference table where it knows the name or the domain.
with named as (
    select
        coalesce(known.name, document.publisher, document.domain) as name,
        coalesce(known.domain, document.domain) as domain,
        known.country_id,
        known.kind
    from documents.document as document
    left join reference.publishers as known
        on known.name = document.publisher
        or (document.publisher is null and known.domain = document.domain)
    where coalesce(document.publisher, document.domain) is not null
)

select
    substr(sha256(concat_ws(chr(31), 'publisher', name)), 1, 16) as publisher_id,
    name,
    min(domain) as domain,
    min(country_id) as country_id,
    coalesce(min(kind), 'other') as kind
from named
group by name
order by publisher_id
