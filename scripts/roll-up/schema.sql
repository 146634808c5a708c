-- The bundles of an organization, as the console's vault has them: docs/roll-up.md.
-- Nothing here is more than a bundle holds. Whoever can read these tables can read the numbers of one console.
CREATE TABLE IF NOT EXISTS bundles (
  id text PRIMARY KEY,
  source text NOT NULL,
  year integer NOT NULL,
  quarter integer NOT NULL,
  made_at text NOT NULL,
  digest text NOT NULL,
  UNIQUE (year, quarter, source)
);
CREATE TABLE IF NOT EXISTS bundle_months (
  bundle_id text NOT NULL REFERENCES bundles (id) ON DELETE CASCADE,
  group_digest text NOT NULL,
  charter_id text NOT NULL,
  month integer NOT NULL,
  planned integer NOT NULL,
  held integer NOT NULL,
  missed integer NOT NULL,
  cancelled integer NOT NULL,
  planned_minutes integer NOT NULL,
  held_minutes integer NOT NULL,
  PRIMARY KEY (bundle_id, group_digest, charter_id, month)
);
CREATE TABLE IF NOT EXISTS bundle_counts (
  bundle_id text NOT NULL REFERENCES bundles (id) ON DELETE CASCADE,
  charter_id text NOT NULL,
  act text NOT NULL,
  reason_id text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (bundle_id, charter_id, act, reason_id)
);
CREATE TABLE IF NOT EXISTS roll_ups (
  id text PRIMARY KEY,
  period text NOT NULL,
  counted_at text NOT NULL,
  told text NOT NULL
);
