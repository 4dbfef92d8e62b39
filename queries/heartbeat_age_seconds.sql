-- help: Seconds since a store's app was last heard from, counted from opening if that came later.
-- unit: seconds
-- target: "< 180"
-- labels: [store_id]
-- instances: stores
SELECT 1 AS store_id, NULL AS value WHERE 0
