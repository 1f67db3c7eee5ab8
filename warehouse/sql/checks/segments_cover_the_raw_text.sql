-- Every character of the raw text is accounted for once: no gap, no overlap, from the first to the last.
with segment as (
    select
        document_id,
        raw_start,
        raw_end,
        coalesce(lag(raw_end) over spans, 0) as expected_start,
        lead(raw_end) over spans is null as is_last
    from documents.segment
    window spans as (partition by document_id order by raw_start, raw_end)
),

measured as (
    select document.document_id, length(article.text) as raw_length
    from documents.document as document
    inner join raw.article as article on article.article_id = document.document_id
)

select measured.document_id, segment.raw_start
from measured
left join segment on segment.document_id = measured.document_id
where segment.document_id is null
    or segment.raw_start <> segment.expected_start
    or (segment.is_last and segment.raw_end <> measured.raw_length)
order by measured.document_id, segment.raw_start
