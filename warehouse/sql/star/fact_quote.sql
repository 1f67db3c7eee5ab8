-- One row per quotation. Its event is the one told in the same sentence in which the speaker takes part.
with tellings as (
    select distinct told.document_id, told.raw_start, told.raw_end, resolved.event_id, actor_mention.actor_id
    from entities.event_mention as told
    inner join resolution.event_mention as resolved on resolved.event_mention_id = told.event_mention_id
    inner join entities.event_argument as argument on argument.event_mention_id = told.event_mention_id
    inner join resolution.actor_mention as actor_mention on actor_mention.chain_id = argument.chain_id
),

spoken as (
    select quote.quote_id, min(tellings.event_id) as event_id
    from entities.quote as quote
    inner join resolution.actor_mention as speaker on speaker.chain_id = quote.speaker_chain_id
    inner join tellings
        on tellings.document_id = quote.document_id
        and tellings.actor_id = speaker.actor_id
        and quote.raw_start between tellings.raw_start and tellings.raw_end
    group by quote.quote_id
)

select
    quote.quote_id,
    quote.document_id,
    speaker.actor_id as speaker_actor_id,
    quote.kind,
    quote.text,
    quote.cue_text,
    statement.statement_id,
    spoken.event_id,
    quote.raw_start,
    quote.raw_end,
    quote.confidence
from entities.quote as quote
inner join resolution.statement as statement on statement.quote_id = quote.quote_id
left join resolution.actor_mention as speaker on speaker.chain_id = quote.speaker_chain_id
left join spoken on spoken.quote_id = quote.quote_id
order by quote.quote_id
