-- One row per place that any document names, with the places that contain it.
select place_id, name, kind, country_id, latitude, longitude, geonames_id, parent_place_id
from resolution.place
order by place_id
