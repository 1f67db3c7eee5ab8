-- One row per field of a fact and span of raw text that supports it; the text is cut from the raw text itself.
with topics as (
    select
        bridge.event_id,
        topic.context,
        bridge.raised_by_country_id,
        bridge.event_id || ':' || bridge.topic_id || coalesce(':' || bridge.raised_by_country_id, '') as fact_id
    from star.bridge_event_topic as bridge
    inner join star.dim_topic as topic on topic.topic_id = bridge.topic_id
),

spans as (
    select 'fact_mention' as fact_table, mention_id as fact_id, 'text' as field, document_id, raw_start, raw_end,
        'entities.mention' as method, confidence
    from entities.mention

    union all
    select 'fact_event_mention', event_mention_id, 'sentence_text', document_id, raw_start, raw_end,
        'entities.event_mention', confidence
    from entities.event_mention

    union all
    select 'fact_event_mention', event_mention_id, 'trigger_text', document_id, trigger_start, trigger_end,
        'entities.event_mention', confidence
    from entities.event_mention

    union all
    select 'fact_event_mention', event_mention_id, 'start_on', document_id, date_start, date_end,
        'entities.time_expression', confidence
    from entities.event_mention
    where start_on is not null

    union all
    select 'fact_event_mention', told.event_mention_id, 'place_id', told.document_id, mention.raw_start, mention.raw_end,
        'resolution.place_mention', mention.confidence
    from entities.event_mention as told
    inner join entities.mention as mention on mention.mention_id = told.place_mention_id
    inner join resolution.place_mention as place_mention on place_mention.mention_id = mention.mention_id

    union all
    select 'fact_event', resolved.event_id, 'event_type_id', told.document_id, told.trigger_start, told.trigger_end,
        'resolution.event_mention', told.confidence
    from entities.event_mention as told
    inner join resolution.event_mention as resolved on resolved.event_mention_id = told.event_mention_id

    union all
    select 'fact_event', resolved.event_id, 'start_on', told.document_id, told.date_start, told.date_end,
        'resolution.event_mention', told.confidence
    from entities.event_mention as told
    inner join resolution.event_mention as resolved on resolved.event_mention_id = told.event_mention_id
    where told.start_on is not null

    union all
    select 'fact_event', resolved.event_id, 'place_id', told.document_id, mention.raw_start, mention.raw_end,
        'resolution.event_mention', mention.confidence
    from entities.event_mention as told
    inner join resolution.event_mention as resolved on resolved.event_mention_id = told.event_mention_id
    inner join entities.mention as mention on mention.mention_id = told.place_mention_id
    inner join resolution.place_mention as place_mention on place_mention.mention_id = mention.mention_id

    union all
    select 'bridge_event_participant', resolved.event_id || ':' || actor_mention.actor_id, 'actor_id',
        mention.document_id, mention.raw_start, mention.raw_end, 'entities.event_argument', argument.confidence
    from entities.event_argument as argument
    inner join entities.mention as mention on mention.mention_id = argument.mention_id
    inner join resolution.event_mention as resolved on resolved.event_mention_id = argument.event_mention_id
    inner join resolution.actor_mention as actor_mention on actor_mention.chain_id = argument.chain_id
    left join resolution.actor_mention as holder on holder.chain_id = argument.office_chain_id
    where holder.chain_id is null
    -- not a join: the planner may begin with all chains of an actor times all its events
        and (resolved.event_id, actor_mention.actor_id) in (select event_id, actor_id from star.bridge_event_participant)

    union all
    select 'bridge_event_participant', resolved.event_id || ':' || holder.actor_id, 'actor_id',
        office.document_id, office.raw_start, office.raw_end, 'resolution.actor_mention', holder.confidence
    from entities.event_argument as argument
    inner join entities.office_mention as office on office.chain_id = argument.office_chain_id
    inner join resolution.actor_mention as holder on holder.chain_id = office.chain_id
    inner join resolution.event_mention as resolved on resolved.event_mention_id = argument.event_mention_id

    union all
    select 'bridge_event_topic', topics.fact_id, 'topic_id', told.document_id, told.raw_start, told.raw_end,
        'entities.event_mention', told.confidence
    from entities.event_mention as told
    inner join resolution.event_mention as resolved on resolved.event_mention_id = told.event_mention_id
    inner join topics on topics.event_id = resolved.event_id and list_contains(told.topics, topics.context)

    union all
    select 'bridge_event_topic', topics.fact_id, 'raised_by_country_id', raised.document_id, raised.raw_start,
        raised.raw_end, 'entities.raised_topic', raised.confidence
    from entities.raised_topic as raised
    inner join resolution.event_mention as resolved on resolved.event_mention_id = raised.event_mention_id
    inner join resolution.actor_mention as actor_mention on actor_mention.chain_id = raised.raised_by_chain_id
    inner join star.dim_actor as actor on actor.actor_id = actor_mention.actor_id
    left join star.bridge_event_participant as participant
        on participant.event_id = resolved.event_id and participant.actor_id = actor.actor_id
    inner join topics
        on topics.event_id = resolved.event_id
        and topics.context = raised.context
        and topics.raised_by_country_id is not distinct from coalesce(participant.country_id, actor.country_id)

    union all
    select 'fact_quote', quote_id, 'text', document_id, raw_start, raw_end, 'entities.quote', confidence
    from entities.quote

    union all
    select 'fact_amount', amount_id, 'value', document_id, raw_start, raw_end, 'entities.amount', 1.0
    from entities.amount

    union all
    select 'dim_office', office.office_id, 'title_text', mention.document_id, mention.role_start, mention.role_end,
        'resolution.office', mention.confidence
    from resolution.office as observed
    inner join entities.mention as mention on mention.mention_id = observed.mention_id
    inner join star.dim_office as office
        on office.actor_id = observed.actor_id
        and office.role_id = observed.role_id
        and office.country_id is not distinct from observed.country_id
    where mention.role_start is not null
),

-- before the text is joined: as part of a group it would be kept once for each
supported as (
    select fact_table, fact_id, field, document_id, raw_start, raw_end, min(method) as method, max(confidence) as confidence
    from spans
    group by fact_table, fact_id, field, document_id, raw_start, raw_end
),

article as (
    select article_id, in_pieces(text) as text
    from raw.article
)

select
    supported.fact_table,
    supported.fact_id,
    supported.field,
    supported.document_id,
    supported.raw_start,
    supported.raw_end,
    span_text(article.text, supported.raw_start, supported.raw_end) as text,
    supported.method,
    supported.confidence
from supported
inner join article on article.article_id = supported.document_id
order by supported.fact_table, supported.fact_id, supported.field, supported.document_id, supported.raw_start, supported.raw_end
