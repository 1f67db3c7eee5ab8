-- The place of an event is a mention of the same document, with the same words.
select told.event_mention_id
from entities.event_mention as told
left join entities.mention as mention
    on mention.mention_id = told.place_mention_id and mention.document_id = told.document_id
where told.place_mention_id is not null
    and (mention.mention_id is null or mention.text <> told.place_text)
order by told.event_mention_id
