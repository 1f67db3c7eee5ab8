-- A month is summed by joining on the calendar: a missing or misnumbered day would drop its facts.
with day as (
    select date_id, date, year, month, lag(date) over (order by date) as previous
    from star.dim_date
)

select date_id
from day
where date - previous <> 1
    or date_id <> year(date) * 10000 + month(date) * 100 + day(date)
    or year <> year(date)
    or month <> month(date)
order by date_id
