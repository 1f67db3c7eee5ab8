-- Content is known by its hash, with what its container declares: any other id would let the same article in twice.
with identity as (
    select
        article_id,
        sha256,
        concat_ws(
            chr(31),
            sha256,
            coalesce(declared_url, ''),
            coalesce(declared_title, ''),
            coalesce(declared_published_at, ''),
            coalesce(declared_publisher, ''),
            coalesce(declared_author, '')
        ) as declaration
    from raw.article
    where sha256 is not null
)

select article_id
from identity
where article_id <> left(if(declaration = sha256 || repeat(chr(31), 5), sha256, sha256(declaration)), 16)
order by article_id
