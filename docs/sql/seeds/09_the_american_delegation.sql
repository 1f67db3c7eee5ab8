-- Who was of the delegation of the United States at the National Palace?
select participant.actor, participant.role
from marts.meeting_participant as participant
inner join marts.meeting as meeting on meeting.event_id = participant.event_id
inner join star.dim_actor as actor on actor.actor_id = participant.actor_id and actor.kind = 'person'
where meeting.place like 'National Palace%' and participant.country_id = 'USA'
order by participant.actor
