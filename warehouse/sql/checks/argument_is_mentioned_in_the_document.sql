-- Whoever takes part in an event is filled by a mention of its own chain, in the document that tells the event.
select argument.event_mention_id, argument.chain_id
from entities.event_argument as argument
inner join entities.mention as mention on mention.mention_id = argument.mention_id
inner join entities.event_mention as told on told.event_mention_id = argument.event_mention_id
where mention.chain_id <> argument.chain_id or mention.document_id <> told.document_id
order by argument.event_mention_id, argument.chain_id
