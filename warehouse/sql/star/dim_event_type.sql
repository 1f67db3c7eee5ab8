-- One row per PLOVER type and mode, from the reference table.
select
    substr(sha256(concat_ws(chr(31), 'event_type', plover_type, coalesce(mode, ''))), 1, 16) as event_type_id,
    plover_type,
    mode,
    quad_class,
    plover_score::double as plover_score,
    planned_type,
    description
from reference.event_types
order by event_type_id
