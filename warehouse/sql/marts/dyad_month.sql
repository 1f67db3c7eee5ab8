-- One row per pair of countries and month. A gathering of twenty delegations is one event, not 190: beyond
-- eight countries an event belongs to no pair.
with represented as (
    select distinct event_id, country_id
    from star.bridge_event_participant
    where country_id is not null
),

sized as (
    select event_id
    from represented
    group by event_id
    having count(*) between 2 and 8
),

pairs as (
    select
        a.country_id as country_a_id,
        b.country_id as country_b_id,
        date_trunc('month', event.start_on)::date as month,
        type.quad_class,
        type.plover_score
    from sized
    inner join represented as a on a.event_id = sized.event_id
    inner join represented as b on b.event_id = sized.event_id and b.country_id > a.country_id
    inner join star.fact_event as event on event.event_id = sized.event_id
    inner join star.dim_event_type as type on type.event_type_id = event.event_type_id
    where event.start_on is not null and event.realis = 'asserted'
)

select
    country_a_id,
    country_b_id,
    month,
    count(*) as event_count,
    count(*) filter (where quad_class = 'verbal cooperation') as verbal_cooperation,
    count(*) filter (where quad_class = 'material cooperation') as material_cooperation,
    count(*) filter (where quad_class = 'verbal conflict') as verbal_conflict,
    count(*) filter (where quad_class = 'material conflict') as material_conflict,
    avg(plover_score) as cooperation_score
from pairs
group by country_a_id, country_b_id, month
