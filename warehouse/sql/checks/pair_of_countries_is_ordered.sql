-- A pair has one row: its countries stand in alphabetical order, and its events are those of the four classes.
select country_a_id, country_b_id, month
from marts.dyad_month
where country_a_id >= country_b_id
    or month <> date_trunc('month', month)
    or event_count <> verbal_cooperation + material_cooperation + verbal_conflict + material_conflict
order by country_a_id, country_b_id, month
