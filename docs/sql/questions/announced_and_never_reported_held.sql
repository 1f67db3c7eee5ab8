-- Which meetings were announced and never reported as held or cancelled?
select start_on, place, participants, announced_on
from marts.announced_not_held
order by start_on nulls last, participants
