-- Who was of the delegation, and which office did each hold at that date?
select participant.actor, participant.participation, participant.role, office.title_text, office.valid_from, office.valid_to
from marts.meeting_participant as participant
inner join marts.meeting as meeting on meeting.event_id = participant.event_id
left join star.dim_office as office
    on office.actor_id = participant.actor_id
    and (meeting.start_on is null or office.valid_from is null or office.valid_from <= meeting.start_on + interval 31 day)
    and (meeting.start_on is null or office.valid_to is null or office.valid_to >= meeting.start_on)
where meeting.place like 'National Palace%' and participant.country_id = 'USA' and office.office_id is not null
order by participant.actor, office.title_text
