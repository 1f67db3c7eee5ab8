-- A speaker is somebody the document names: a chain without a mention cannot be tied to an actor.
-- severity: warning
with chain as (
    select distinct document_id, chain_id
    from entities.mention
),

speaker as (
    select quote_id as id, document_id, speaker_chain_id as chain_id from entities.quote
    union all
    select event_mention_id, document_id, attributed_to_chain_id from entities.event_mention
    union all
    select event_mention_id, document_id, raised_by_chain_id from entities.raised_topic
)

select speaker.id
from speaker
left join chain on chain.document_id = speaker.document_id and chain.chain_id = speaker.chain_id
where speaker.chain_id is not null and chain.chain_id is null
order by speaker.id
