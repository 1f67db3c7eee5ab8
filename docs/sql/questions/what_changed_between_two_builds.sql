-- What changed between the last two builds? Run with --before: chancery sql --before -- "$(cat FILE)". One row per change;
-- former_id is the identifier before where it is another now. Participants of an event that only one build has are told with it.

-- an identifier that is gone is followed to the one to which most of its mentions belong now
with moved as (
    select earlier.actor_id as former_id, mode(later.actor_id order by later.actor_id) as id
    from before.resolution.actor_mention as earlier
    inner join resolution.actor_mention as later on later.chain_id = earlier.chain_id
    where earlier.actor_id not in (select actor_id from star.dim_actor)
    group by earlier.actor_id
    union all
    select earlier.event_id, mode(later.event_id order by later.event_id)
    from before.star.fact_event_mention as earlier
    inner join star.fact_event_mention as later on later.event_mention_id = earlier.event_mention_id
    where earlier.event_id not in (select event_id from star.fact_event)
    group by earlier.event_id
),

-- by name: a column that one build does not have is null there
documents as (
    select 'before' as build, * from before.star.dim_document
    union all by name
    select 'now' as build, * from star.dim_document
),

actors as (
    select 'before' as build, * from before.star.dim_actor
    union all by name
    select 'now' as build, * from star.dim_actor
),

offices as (
    select 'before' as build, * from before.star.dim_office
    union all by name
    select 'now' as build, * from star.dim_office
),

roles as (
    select 'before' as build, * from before.star.dim_role
    union all by name
    select 'now' as build, * from star.dim_role
),

types as (
    select 'before' as build, * from before.star.dim_event_type
    union all by name
    select 'now' as build, * from star.dim_event_type
),

places as (
    select 'before' as build, * from before.star.dim_place
    union all by name
    select 'now' as build, * from star.dim_place
),

events as (
    select 'before' as build, * from before.star.fact_event
    union all by name
    select 'now' as build, * from star.fact_event
),

participants as (
    select 'before' as build, * from before.star.bridge_event_participant
    union all by name
    select 'now' as build, * from star.bridge_event_participant
),

relations as (
    select 'before' as build, * from before.star.bridge_event_relation
    union all by name
    select 'now' as build, * from star.bridge_event_relation
),

quotes as (
    select 'before' as build, * from before.star.fact_quote
    union all by name
    select 'now' as build, * from star.fact_quote
),

-- an actor or event of both builds has one same_id
known_actors as (
    select actors.*, coalesce(moved.id, actors.actor_id) as same_id
    from actors
    left join moved on moved.former_id = actors.actor_id
),

told as (
    select
        participants.build,
        participants.event_id,
        participants.participation,
        actors.same_id as same_actor_id,
        actors.name,
        concat_ws(' of ', roles.title, participants.country_id) as office
    from participants
    inner join known_actors as actors on actors.build = participants.build and actors.actor_id = participants.actor_id
    left join roles on roles.build = participants.build and roles.role_id = participants.role_id
),

names as (
    select build, event_id, string_agg(name, '; ' order by name) as names
    from told
    group by build, event_id
),

known_events as (
    select
        events.build,
        events.event_id,
        coalesce(moved.id, events.event_id) as same_id,
        concat_ws(
            ', ',
            concat_ws(' ', types.plover_type, types.mode),
            events.realis,
            events.start_on,
            case when events.end_on <> events.start_on then 'to ' || events.end_on end,
            places.name
        ) as event,
        concat_ws(
            ', ',
            'documents: ' || events.document_count,
            'independent: ' || events.source_count,
            case when events.is_contested then 'contested' end
        ) as accounts,
        concat_ws(': ', event, names.names) as event_and_names
    from events
    inner join types on types.build = events.build and types.event_type_id = events.event_type_id
    left join places on places.build = events.build and places.place_id = events.place_id
    left join names on names.build = events.build and names.event_id = events.event_id
    left join moved on moved.former_id = events.event_id
),

events_of_both as (
    select same_id
    from known_events
    group by same_id
    having count(distinct build) = 2
),

-- details are compared, words are shown: an actor that is called otherwise changes nothing of its events
items as (
    select
        build,
        'document' as kind,
        document_id as key,
        document_id as id,
        concat_ws(
            ', ',
            published_on,
            title,
            source_uri,
            case when not is_current then 'superseded' end,
            case when not is_story_lead then 'copy of another' end
        ) as details,
        details as words
    from documents
    union all
    select build, 'actor', same_id, actor_id, concat_ws(', ', name, kind, country_id) as actor, actor
    from known_actors
    union all
    select
        offices.build,
        'office',
        concat_ws(' ', actors.same_id, offices.role_id, offices.country_id),
        offices.office_id,
        concat_ws(
            ', ',
            concat_ws(' of ', roles.title, offices.country_id),
            'from ' || offices.valid_from,
            'to ' || offices.valid_to,
            case when offices.is_current then 'current' end
        ) as office,
        actors.name || ': ' || office
    from offices
    inner join known_actors as actors on actors.build = offices.build and actors.actor_id = offices.actor_id
    inner join roles on roles.build = offices.build and roles.role_id = offices.role_id
    union all
    select build, 'event', same_id, event_id, event || accounts, event_and_names || ' (' || accounts || ')'
    from known_events
    union all
    select
        told.build,
        'participant',
        concat_ws(' ', events.same_id, told.same_actor_id),
        events.same_id,
        concat_ws(', ', told.participation, nullif(told.office, '')) as part,
        told.name || ' as ' || part || ' in ' || events.event
    from told
    inner join known_events as events on events.build = told.build and events.event_id = told.event_id
    inner join events_of_both on events_of_both.same_id = events.same_id
    union all
    select
        relations.build,
        'relation',
        concat_ws(' ', events.same_id, relations.relation, related.same_id),
        events.same_id,
        relations.relation,
        events.event_and_names || ' (' || relations.relation || ') ' || related.event_and_names
    from relations
    inner join known_events as events on events.build = relations.build and events.event_id = relations.event_id
    inner join known_events as related on related.build = relations.build and related.event_id = relations.related_event_id
    union all
    select
        quotes.build,
        'quotation',
        quotes.quote_id,
        quotes.quote_id,
        concat_ws(' ', actors.same_id, quotes.kind, quotes.text),
        concat_ws(': ', coalesce(actors.name, 'speaker not known'), quotes.text)
    from quotes
    left join known_actors as actors on actors.build = quotes.build and actors.actor_id = quotes.speaker_actor_id
),

earlier as (
    select * from items where build = 'before'
),

later as (
    select * from items where build = 'now'
)

select distinct
    coalesce(later.kind, earlier.kind) as kind,
    case when earlier.key is null then 'added' when later.key is null then 'removed' else 'changed' end as change,
    coalesce(later.id, earlier.id) as id,
    case when earlier.id <> later.id then earlier.id end as former_id,
    earlier.words as before,
    later.words as now
from earlier
full join later on later.kind = earlier.kind and later.key = earlier.key
where earlier.details is distinct from later.details or earlier.id is distinct from later.id
order by kind, change, coalesce(later.words, earlier.words), id, former_id, before
