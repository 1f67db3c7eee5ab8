-- Where do accounts of one event disagree on its day or its city, and what does each say?
select contested.event_id, contested.publisher, contested.start_on, contested.place, contested.sentence_text
from marts.contested as contested
order by contested.event_id, contested.event_mention_id
