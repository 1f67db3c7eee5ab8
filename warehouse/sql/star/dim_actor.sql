-- One row per actor, with when and how often documents name it.
with seen as (
    select
        actor_mention.actor_id,
        min(document.published_on) as first_seen_on,
        max(document.published_on) as last_seen_on,
        count(distinct document.document_id) as document_count
    from resolution.actor_mention as actor_mention
    inner join documents.document as document on document.document_id = actor_mention.document_id
    group by actor_mention.actor_id
)

select
    actor.actor_id,
    actor.kind,
    actor.name,
    actor.aliases,
    actor.country_id,
    seen.first_seen_on,
    seen.last_seen_on,
    seen.document_count
from resolution.actor as actor
inner join seen on seen.actor_id = actor.actor_id
order by actor.actor_id
