-- Show me the sentence: an event without a span of raw text cannot be traced.
with shown as (
    select distinct fact_id
    from star.evidence
    where fact_table = 'fact_event'
)

select event.event_id
from star.fact_event as event
left join shown on shown.fact_id = event.event_id
where shown.fact_id is null
order by event.event_id
