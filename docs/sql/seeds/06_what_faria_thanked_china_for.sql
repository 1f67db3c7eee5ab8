-- What did the Venezuelan foreign minister Carlos Faría thank China for?
select text
from marts.statement
where speaker = 'Carlos Faría' and text ilike '%thank%'
order by text
