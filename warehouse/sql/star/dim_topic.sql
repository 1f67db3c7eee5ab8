-- One row per PLOVER context, from the reference table.
select substr(sha256(concat_ws(chr(31), 'topic', context)), 1, 16) as topic_id, context, label
from reference.topics
order by topic_id
