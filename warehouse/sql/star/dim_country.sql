-- One row per ISO 3166-1 country, from the reference table.
select country_id, alpha_2, name, demonym, capital, region
from reference.countries
order by country_id
