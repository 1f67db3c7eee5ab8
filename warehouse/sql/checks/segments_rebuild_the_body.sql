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

document as (
    select document.document_id, in_pieces(document.body) as body, in_pieces(article.text) as raw
    from documents.document as document
    inner join raw.article as article on article.article_id = document.document_id
),

compared as (
    select
        document.document_id,
        segment.*,
        document.body.length as body_length,
        span_text(document.body, segment.previous_end, segment.body_start) as text_before,
        case when segment.is_last then span_text(document.body, segment.body_end, document.body.length) end as text_after,
        span_text(document.body, segment.body_start, segment.body_end) as body_text,
        span_text(document.raw, segment.raw_start, segment.raw_end) as raw_text
    from document
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
        body_text <> raw_text
        and length(body_text) = length(raw_text)
        and regexp_replace(body_text, '[^\p{L}\p{N}]', ' ', 'g') <> regexp_replace(raw_text, '[^\p{L}\p{N}]', ' ', 'g')
        and len(
            list_filter(
                list_zip(regexp_extract_all(body_text, '(?s).'), regexp_extract_all(raw_text, '(?s).')),
                lambda pair: pair[1] <> pair[2] and regexp_matches(pair[2], '[A-Za-z0-9]')
            )
        ) > 0
    )
order by document_id, raw_start
