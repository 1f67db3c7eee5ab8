-- One row per calendar day from the first to the last that any event or document names.
with days as (
    select start_on as day from entities.event_mention
    union all
    select end_on from entities.event_mention
    union all
    select published_on from documents.document
    union all
    select dateline_on from documents.document
),

bounds as (
    select min(day) as first_day, max(day) as last_day
    from days
),

calendar as (
    select unnest(generate_series(first_day::timestamp, last_day::timestamp, interval 1 day))::date as day
    from bounds
    where first_day is not null
)

select
    year(day) * 10000 + month(day) * 100 + day(day) as date_id,
    day as date,
    year(day) as year,
    quarter(day) as quarter,
    month(day) as month,
    weekofyear(day) as iso_week,
    isodow(day) as weekday
from calendar
order by date_id
