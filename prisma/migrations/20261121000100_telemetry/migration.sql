-- Tables that Prisma does not manage: events, labels, batches and Profiles.
CREATE SCHEMA telemetry;

-- One prediction. "label" is the label it was counted with: only the counter writes it.
CREATE TABLE telemetry.event (
  model      int4        NOT NULL,
  version    int4        NOT NULL,
  id         text        NOT NULL,
  at         timestamptz NOT NULL,
  batch      int8        NOT NULL,
  score      float8,
  prediction text,
  label      text,
  latency    real,
  error      text,
  row        bytea       NOT NULL
) PARTITION BY RANGE (at);
ALTER TABLE telemetry.event ALTER COLUMN row SET STORAGE EXTERNAL;
-- Also serves the label join, which knows model and id.
CREATE UNIQUE INDEX event_key ON telemetry.event (model, id, version, at);
-- Rows of a batch and rows of a window lie together, so a block range index finds both for almost nothing.
CREATE INDEX event_place ON telemetry.event USING brin (at, batch) WITH (pages_per_range = 16);

CREATE SEQUENCE telemetry.label_seq;

-- The newest label under each key; version and at are null when the label holds for every event of that id.
CREATE TABLE telemetry.label (
  model   int4 NOT NULL,
  id      text NOT NULL,
  version int4,
  at      timestamptz,
  label   text NOT NULL,
  seq     int8 NOT NULL DEFAULT nextval('telemetry.label_seq'),
  batch   int8 NOT NULL
);
CREATE UNIQUE INDEX label_key ON telemetry.label (model, id, version, at) NULLS NOT DISTINCT;
CREATE INDEX label_batch ON telemetry.label (batch);

-- What was committed and is not counted yet. The counter deletes the row in the transaction that counts it.
CREATE SEQUENCE telemetry.batch_id;
CREATE TABLE telemetry.batch (
  id         int8 PRIMARY KEY,
  model      int4 NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('events', 'labels')),
  rows       int4 NOT NULL,
  first_at   timestamptz,
  last_at    timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX batch_model ON telemetry.batch (model, id);

-- Ranges of time whose Profiles must be counted again from rows.
CREATE TABLE telemetry.recount (
  id      int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model   int4 NOT NULL,
  from_at timestamptz NOT NULL,
  to_at   timestamptz NOT NULL,
  reason  text NOT NULL
);
CREATE INDEX recount_model ON telemetry.recount (model, id);

-- What counting needs to know of a model, frozen: a new reference or a change of the schema adds one, the newest is in force.
CREATE TABLE telemetry.spec (
  id         int4 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model      int4  NOT NULL,
  -- number of the reference it was frozen with; null without
  reference  int4,
  spec       jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX spec_model ON telemetry.spec (model, id);

-- Groups, segments and classes that have counts of their own, in the order in which they were met.
CREATE TABLE telemetry.known_value (
  model int4 NOT NULL,
  kind  text NOT NULL,
  name  text NOT NULL,
  value text NOT NULL,
  seq   int8 GENERATED ALWAYS AS IDENTITY
);
-- By digest: a value may be longer than an index entry can be.
CREATE UNIQUE INDEX known_value_key ON telemetry.known_value (model, kind, name, md5(value));

-- Up to when retention has dropped rows (kind -1) or Profiles of a tier: before that, what is missing is not wrong.
CREATE TABLE telemetry.horizon (
  model int4        NOT NULL,
  kind  int2        NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (model, kind)
);

-- tier: 0 = 5 minutes, 1 = 1 hour, 2 = 1 day of the model's time zone. segment: '' or 'name=value'.
CREATE TABLE telemetry.profile (
  model      int4        NOT NULL,
  version    int4        NOT NULL,
  segment    text        NOT NULL DEFAULT '',
  tier       int2        NOT NULL,
  start      timestamptz NOT NULL,
  spec       int4        NOT NULL,
  rows       int8        NOT NULL,
  labelled   int8        NOT NULL,
  body       bytea       NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (model, tier, segment, start, version)
);
ALTER TABLE telemetry.profile ALTER COLUMN body SET STORAGE EXTERNAL;

-- The reference's own rows, for exact answers, and its Profiles: tier -1 = all rows, else as above.
CREATE TABLE telemetry.reference_row (
  reference  int4 NOT NULL,
  seq        int4 NOT NULL,
  at         timestamptz,
  score      float8,
  prediction text,
  label      text,
  row        bytea NOT NULL,
  PRIMARY KEY (reference, seq)
);
CREATE TABLE telemetry.reference_profile (
  reference int4 NOT NULL,
  segment   text NOT NULL DEFAULT '',
  tier      int2 NOT NULL,
  start     timestamptz NOT NULL,
  rows      int8 NOT NULL,
  body      bytea NOT NULL,
  PRIMARY KEY (reference, tier, segment, start)
);

-- Monthly partitions, made beforehand under a lock so that two ingests never race to make one. A table is made and attached,
-- because CREATE TABLE … PARTITION OF locks out everyone who reads or writes events, and two long imports would deadlock.
CREATE FUNCTION telemetry.ensure_partition(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first date := date_trunc('month', month)::date;
  name text := 'event_' || to_char(first, 'YYYYMM');
BEGIN
  IF to_regclass('telemetry.' || name) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(72707370);
  -- Asked of the table itself: to_regclass may answer from a cache that has not heard of another's commit.
  IF EXISTS (SELECT FROM pg_catalog.pg_class WHERE relname = name AND relnamespace = 'telemetry'::regnamespace) THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE telemetry.%I (LIKE telemetry.event INCLUDING ALL)', name);
  EXECUTE format('ALTER TABLE telemetry.event ATTACH PARTITION telemetry.%I FOR VALUES FROM (%L) TO (%L)',
    name, first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
END
$$;
