-- An article stands for a source that was seen: its own batch holds the landing that brought it.
with landing as (
    select article_id, batch_id
    from raw.landing
    where outcome <> 'duplicate'
)

select article.article_id
from raw.article as article
left join landing on landing.article_id = article.article_id and landing.batch_id = article.batch_id
where landing.article_id is null
order by article.article_id
