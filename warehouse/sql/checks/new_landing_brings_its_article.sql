-- A new source brings its article in the same batch; only a duplicate points at an earlier one.
with brought as (
    select landing_id, article_id, batch_id
    from raw.landing
    where outcome = 'new'
)

select brought.landing_id
from brought
left join raw.article as article on article.article_id = brought.article_id and article.batch_id = brought.batch_id
where article.article_id is null
order by brought.landing_id
