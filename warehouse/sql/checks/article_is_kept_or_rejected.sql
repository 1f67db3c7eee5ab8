-- In = kept + rejected: each article is a document or is rejected with a reason, never both, never neither.
with outcome as (
    select document_id as article_id
    from documents.document

    union all
    select article_id
    from documents.rejected
),

counted as (
    select article.article_id, count(outcome.article_id) as outcome_count
    from raw.article as article
    left join outcome on outcome.article_id = article.article_id
    group by article.article_id
)

select article_id
from counted
where outcome_count <> 1
order by article_id
