-- One row per topic of an event, from the sentences that tell it.
with spoken as (
    select event_mention_id, confidence, unnest(topics) as context
    from entities.event_mention
)

select
    resolved.event_id,
    topic.topic_id,
    null::varchar as raised_by_country_id,
    max(spoken.confidence) as confidence
from spoken
inner join resolution.event_mention as resolved on resolved.event_mention_id = spoken.event_mention_id
inner join star.dim_topic as topic on topic.context = spoken.context
group by resolved.event_id, topic.topic_id
order by resolved.event_id, topic.topic_id
