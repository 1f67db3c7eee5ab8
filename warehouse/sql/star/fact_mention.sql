-- One row per entity mention, tied to its actor or place.
select
    mention.mention_id,
    mention.document_id,
    mention.label,
    actor_mention.actor_id,
    place_mention.place_id,
    coalesce(place.country_id, mention.country_id) as country_id,  -- a city is placed by its document
    mention.text,
    mention.raw_start,
    mention.raw_end,
    mention.confidence
from entities.mention as mention
left join resolution.actor_mention as actor_mention on actor_mention.chain_id = mention.chain_id
left join resolution.place_mention as place_mention on place_mention.mention_id = mention.mention_id
left join resolution.place as place on place.place_id = place_mention.place_id
order by mention.mention_id
