-- Where was Alicia Bárcena, when, and with whom?
select start_on, place, country, with_whom
from marts.itinerary
where actor = 'Alicia Bárcena' and realis = 'asserted'
order by start_on nulls last, place
