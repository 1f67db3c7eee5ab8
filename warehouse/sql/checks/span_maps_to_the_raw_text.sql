-- Spans of the entities layer lie in the raw text, and a mention that is as long there as in the body has the same
-- letters and digits (one cut in two by page furniture is longer there).
with spans as (
    select mention_id as id, document_id, text, raw_start, raw_end from entities.mention
    union all
    select chain_id, document_id, text, raw_start, raw_end from entities.office_mention
    union all
    select quote_id, document_id, null, raw_start, raw_end from entities.quote
    union all
    select amount_id, document_id, text, raw_start, raw_end from entities.amount
    union all
    select time_id, document_id, text, raw_start, raw_end from entities.time_expression
    union all
    select event_mention_id, document_id, sentence_text, raw_start, raw_end from entities.event_mention
    union all
    select event_mention_id, document_id, sentence_text, raw_start, raw_end from entities.raised_topic
    union all
    select event_mention_id, document_id, trigger_text, trigger_start, trigger_end from entities.event_mention
    union all
    select mention_id, document_id, role_text, role_start, role_end from entities.mention where role_start is not null
    union all
    select event_mention_id, document_id, null, date_start, date_end from entities.event_mention where date_start is not null
),

article as (
    select article_id, in_pieces(text) as text
    from raw.article
),

compared as (
    select
        spans.*,
        article.text.length as raw_length,
        span_text(article.text, spans.raw_start, spans.raw_end) as raw_text
    from spans
    inner join article on article.article_id = spans.document_id
)

select id, raw_start, raw_end
from compared
where raw_end > raw_length
    or (
        length(text) = raw_end - raw_start
        and text <> raw_text
        and regexp_replace(text, '[^\p{L}\p{N}]', ' ', 'g') <> regexp_replace(raw_text, '[^\p{L}\p{N}]', ' ', 'g')
    )
order by id, raw_start, raw_end
