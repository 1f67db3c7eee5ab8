-- One row per quotation with its speaker, the speaker's highest office, and the event at which it was said.
with offices as (
    select
        office.actor_id,
        arg_min(
            role.title || coalesce(' of ' || country.name, ''),
            (role.rank, -office.evidence_count, role.title)
        ) as office
    from star.dim_office as office
    inner join star.dim_role as role on role.role_id = office.role_id
    left join star.dim_country as country on country.country_id = office.country_id
    where office.is_current
    group by office.actor_id
),

addressees as (
    select quote.quote_id, string_agg(actor.name, '; ' order by actor.name) as addressee
    from star.fact_quote as quote
    inner join star.bridge_event_participant as participant
        on participant.event_id = quote.event_id
        and participant.actor_id <> quote.speaker_actor_id
    inner join star.dim_actor as actor on actor.actor_id = participant.actor_id
    group by quote.quote_id
),

topics as (
    select quote.quote_id, string_agg(distinct topic.label, '; ' order by topic.label) as topic
    from star.fact_quote as quote
    left join star.dim_actor as speaker on speaker.actor_id = quote.speaker_actor_id
    inner join star.bridge_event_topic as bridge
        on bridge.event_id = quote.event_id
        and coalesce(bridge.raised_by_country_id = speaker.country_id, true)
    inner join star.dim_topic as topic on topic.topic_id = bridge.topic_id
    group by quote.quote_id
)

select
    quote.quote_id,
    quote.statement_id,
    quote.document_id,
    speaker.name as speaker,
    offices.office,
    speaker.country_id as speaker_country_id,
    addressees.addressee,
    topics.topic,
    quote.kind,
    quote.text,
    document.published_on,
    document.title,
    quote.confidence
from star.fact_quote as quote
inner join star.dim_document as document on document.document_id = quote.document_id
left join star.dim_actor as speaker on speaker.actor_id = quote.speaker_actor_id
left join offices on offices.actor_id = quote.speaker_actor_id
left join addressees on addressees.quote_id = quote.quote_id
left join topics on topics.quote_id = quote.quote_id
