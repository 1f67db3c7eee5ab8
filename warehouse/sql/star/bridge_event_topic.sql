-- One row per topic of an event and country that brings it up: a topic that nobody is known to bring up has one row with
-- no country. Topics are those of the sentences that tell the event, and those that somebody brings up at it.
with spoken as (
    select event_mention_id, unnest(topics) as context, null::varchar as raised_by_country_id, confidence
    from entities.event_mention
),

raised as (
    select
        raised.event_mention_id,
        raised.context,
        coalesce(participant.country_id, actor.country_id) as raised_by_country_id,
        raised.confidence
    from entities.raised_topic as raised
    inner join resolution.event_mention as resolved on resolved.event_mention_id = raised.event_mention_id
    left join resolution.actor_mention as actor_mention on actor_mention.chain_id = raised.raised_by_chain_id
    left join star.dim_actor as actor on actor.actor_id = actor_mention.actor_id
    left join star.bridge_event_participant as participant
        on participant.event_id = resolved.event_id and participant.actor_id = actor_mention.actor_id
),

told as (
    select * from spoken
    union all
    select * from raised
)

select
    resolved.event_id,
    topic.topic_id,
    told.raised_by_country_id,
    max(told.confidence) as confidence
from told
inner join resolution.event_mention as resolved on resolved.event_mention_id = told.event_mention_id
inner join star.dim_topic as topic on topic.context = told.context
group by resolved.event_id, topic.topic_id, told.raised_by_country_id
qualify
    told.raised_by_country_id is not null
    or count(told.raised_by_country_id) over (partition by resolved.event_id, topic.topic_id) = 0
order by resolved.event_id, topic.topic_id, told.raised_by_country_id
