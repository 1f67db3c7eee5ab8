-- One row per real-world event: of its accounts the strongest reading, the most precise date, the most specific place.
with accounts as (
    select
        told.*,
        place.kind as place_kind,
        coalesce(case when place.kind = 'venue' then place.parent_place_id end, place.place_id) as city_id,
        place.kind in ('city', 'venue') as is_in_city,
        story.story_id,
        case told.realis
            when 'asserted' then 1 when 'cancelled' then 2 when 'planned' then 3 when 'negated' then 4 else 5
        end as realis_rank,
        case place.kind when 'venue' then 1 when 'city' then 2 when 'region' then 3 when 'country' then 4 end as place_rank,
        date_diff('day', told.start_on, told.end_on) as date_width
    from star.fact_event_mention as told
    inner join resolution.story as story on story.document_id = told.document_id
    left join star.dim_place as place on place.place_id = told.place_id
)

select
    event_id,
    arg_min(event_type_id, (realis_rank, -confidence, event_mention_id)) as event_type_id,
    arg_min(realis, (realis_rank, event_mention_id)) as realis,
    arg_min(start_on, (date_width, realis_rank, event_mention_id)) filter (where start_on is not null) as start_on,
    arg_min(end_on, (date_width, realis_rank, event_mention_id)) filter (where start_on is not null) as end_on,
    year(arg_min(start_on, (date_width, realis_rank, event_mention_id)) filter (where start_on is not null)) * 10000
    + month(arg_min(start_on, (date_width, realis_rank, event_mention_id)) filter (where start_on is not null)) * 100
    + day(arg_min(start_on, (date_width, realis_rank, event_mention_id)) filter (where start_on is not null)) as date_id,
    coalesce(
        arg_min(date_basis, (date_width, realis_rank, event_mention_id)) filter (where start_on is not null),
        'unresolved'
    ) as date_basis,
    arg_min(place_id, (place_rank, realis_rank, event_mention_id)) filter (where place_id is not null) as place_id,
    count(distinct document_id) as document_count,
    count(distinct story_id) as source_count,
    count(distinct city_id) filter (where is_in_city) > 1
    or count(distinct start_on) filter (where date_width = 0 and realis = 'asserted') > 1 as is_contested,
    max(confidence) as confidence
from accounts
group by event_id
order by event_id
