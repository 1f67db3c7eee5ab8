-- One row per kind of office, from the reference table.
select
    substr(sha256(concat_ws(chr(31), 'role', title)), 1, 16) as role_id,
    title,
    portfolio,
    rank::bigint as rank,
    sector
from reference.roles
order by role_id
