-- How did pairs of countries get on, month by month? A gathering of many is no pair.
select month, country_a_id, country_b_id, event_count, verbal_cooperation, verbal_conflict, round(cooperation_score, 1) as score
from marts.dyad_month
order by month, country_a_id, country_b_id
