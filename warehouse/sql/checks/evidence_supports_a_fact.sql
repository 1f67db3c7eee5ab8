-- Evidence of a fact that is not there would be shown for nothing.
with fact as (
    select 'fact_mention' as fact_table, mention_id as fact_id from star.fact_mention
    union all
    select 'fact_event_mention', event_mention_id from star.fact_event_mention
    union all
    select 'fact_event', event_id from star.fact_event
    union all
    select 'fact_quote', quote_id from star.fact_quote
    union all
    select 'fact_amount', amount_id from star.fact_amount
    union all
    select 'bridge_event_participant', event_id || ':' || actor_id from star.bridge_event_participant
    union all
    select 'bridge_event_topic', event_id || ':' || topic_id || coalesce(':' || raised_by_country_id, '')
    from star.bridge_event_topic
    union all
    select 'dim_office', office_id from star.dim_office
)

select evidence.fact_table, evidence.fact_id, evidence.field, evidence.document_id, evidence.raw_start, evidence.raw_end
from star.evidence as evidence
left join fact on fact.fact_table = evidence.fact_table and fact.fact_id = evidence.fact_id
where fact.fact_id is null
order by evidence.fact_table, evidence.fact_id, evidence.field, evidence.document_id, evidence.raw_start, evidence.raw_end
