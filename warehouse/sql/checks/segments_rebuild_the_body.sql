-- The body is what its segments say: they stand in it in order without overlap, where a segment is as long in the
-- body as in the raw text its letters and digits are the same (other characters may be exchanged, such as U+00A0 for
-- a space, and letters misread: the "Â" that UTF-8 read as windows-1252 leaves before a space), and what stands between
-- them is only blank.
with segment as (
    select
        document_id,
        raw_start,
        raw_end,
        body_start,
        body_end,
        coalesce(lag(body_end) over spans, 0) as previous_end,
        lead(body_end) over spans is null as is_last
    from documents.segment
    where body_start is not null
    window spans as (partition by document_id order by raw_start)
),

compared as (
    select
        document.document_id,
        segment.*,
        length(document.body) as body_length,
        substring(document.body, segment.previous_end + 1, segment.body_start - segment.previous_end) as text_before,
        case when segment.is_last then substring(document.body, segment.body_end + 1) end as text_after,
        substring(document.body, segment.body_start + 1, segment.body_end - segment.body_start) as body_text,
        substring(article.text, segment.raw_start + 1, segment.raw_end - segment.raw_start) as raw_text
    from documents.document as document
    inner join raw.article as article on article.article_id = document.document_id
    left join segment on segment.document_id = document.document_id
)

select document_id, raw_start
from compared
where raw_start is null
    or body_start < previous_end
    or body_end > body_length
    or trim(text_before, e' \t\r\n') <> ''
    or (is_last and trim(text_after, e' \t\r\n') <> '')
    or (
        length(body_text) = length(raw_text)
        and regexp_replace(body_text, '[^\p{L}\p{N}]', ' ', 'g') <> regexp_replace(raw_text, '[^\p{L}\p{N}]', ' ', 'g')
        and len(
            list_filter(
                list_zip(regexp_extract_all(body_text, '(?s).'), regexp_extract_all(raw_text, '(?s).')),
                lambda pair: pair[1] <> pair[2] and regexp_matches(pair[2], '[A-Za-z0-9]')
            )
        ) > 0
    )
order by document_id, raw_start
