-- Every day of a document or event has its row in the calendar, and an event points at the day it starts.
with named as (
    select document_id as id, published_on as day from star.dim_document
    union all
    select event_id, start_on from star.fact_event
    union all
    select event_id, end_on from star.fact_event
),

misplaced as (
    select named.id
    from named
    left join star.dim_date as calendar on calendar.date = named.day
    where named.day is not null and calendar.date is null

    union
    select event.event_id
    from star.fact_event as event
    inner join star.dim_date as calendar on calendar.date_id = event.date_id
    where calendar.date <> event.start_on
)

select id
from misplaced
order by id
