-- Which meetings rest on one story alone, and that of state media?
select meeting.start_on, meeting.participants, publisher.name as publisher
from marts.meeting as meeting
inner join marts.coverage as coverage on coverage.event_id = meeting.event_id and not coverage.is_copy
inner join star.dim_publisher as publisher on publisher.name = coverage.publisher and publisher.kind = 'state_media'
where meeting.source_count = 1
order by meeting.start_on nulls last, meeting.participants
