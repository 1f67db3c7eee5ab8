-- One row: the run that writes this generation.
with inputs as (
    select sha256(coalesce(string_agg(sha256, '' order by sha256), '')) as input_sha256
    from raw.article
    where sha256 is not null
)

select run.run_id, run.code_version, run.model_version, run.started_at, inputs.input_sha256
from reference.run as run
cross join inputs
