-- A thousand words of news without a mention, or two hundred documents without an event or quotation, were not read.
-- severity: warning
with found as (
    select
        (select count(*) from documents.document) as document_count,
        (select sum(word_count) from documents.document) as word_count,
        (select count(*) from entities.mention) as mention_count,
        (select count(*) from entities.quote) as quote_count,
        (select count(*) from entities.amount) as amount_count,
        (select count(*) from entities.time_expression) as time_count,
        (select count(*) from entities.event_mention) as event_count
)

select document_count, mention_count, quote_count, amount_count, time_count, event_count
from found
where (word_count >= 1000 and mention_count = 0)
    or (document_count >= 200 and least(quote_count, amount_count, time_count, event_count) = 0)
