-- With whom did Cai Wei hold meetings in Caracas?
select distinct other.actor
from marts.meeting_participant as visitor
inner join marts.meeting_participant as other
    on other.event_id = visitor.event_id and other.actor != visitor.actor and other.participation != 'attendee'
inner join star.dim_actor as actor on actor.actor_id = other.actor_id and actor.kind != 'country'
where visitor.actor = 'Cai Wei'
order by other.actor
