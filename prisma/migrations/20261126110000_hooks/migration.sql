-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "hooks";

-- CreateEnum
CREATE TYPE "hooks"."delivery_status" AS ENUM ('Pending', 'Succeeded', 'Failed', 'Blocked');

-- CreateEnum
CREATE TYPE "hooks"."replay_status" AS ENUM ('Running', 'Completed', 'Canceled');

-- CreateTable
CREATE TABLE "hooks"."webhooks" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "description" TEXT,
    "ordering" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "secrets" BYTEA NOT NULL,
    "headers" BYTEA,
    "header_names" TEXT[],
    "disabled_for" TEXT,
    "disabled_on" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "paused_until" TIMESTAMPTZ(3),
    "event_sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,
    "deleted_on" TIMESTAMPTZ(3),

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "hooks"."messages" (
    "tenant_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("tenant_id","event_id")
);

-- CreateTable
CREATE TABLE "hooks"."deliveries" (
    "tenant_id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "status" "hooks"."delivery_status" NOT NULL,
    "attempts" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "next_attempt_on" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("tenant_id","webhook_id","id")
);

-- CreateTable
CREATE TABLE "hooks"."attempts" (
    "tenant_id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "started_on" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "response_status" INTEGER,
    "response_body" TEXT,
    "error" TEXT,
    "blocked" TEXT,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("tenant_id","webhook_id","delivery_id","number")
);

-- CreateTable
CREATE TABLE "hooks"."replays" (
    "tenant_id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_time" TIMESTAMPTZ(3) NOT NULL,
    "to_time" TIMESTAMPTZ(3) NOT NULL,
    "deliveries" TEXT,
    "status" "hooks"."replay_status" NOT NULL,
    "cursor" UUID,
    "examined" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "queued" INTEGER NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "finished_on" TIMESTAMPTZ(3),

    CONSTRAINT "replays_pkey" PRIMARY KEY ("tenant_id","webhook_id","id")
);

-- CreateTable
CREATE TABLE "platform"."event_outlets" (
    "tenant_id" UUID NOT NULL,
    "outlet" TEXT NOT NULL,

    CONSTRAINT "event_outlets_pkey" PRIMARY KEY ("tenant_id","outlet")
);

-- CreateTable
CREATE TABLE "platform"."unpublished_events" (
    "tenant_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "unpublished_events_pkey" PRIMARY KEY ("tenant_id","subject","sequence")
);

-- CreateTable
CREATE TABLE "platform"."unstreamed_events" (
    "tenant_id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "unstreamed_events_pkey" PRIMARY KEY ("tenant_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_tenant_id_webhook_id_event_id_key" ON "hooks"."deliveries"("tenant_id", "webhook_id", "event_id");

-- What follows is what the schema files cannot say.

-- Only what waits is looked for: what is due, and what a later event of the same subject waits for.
CREATE INDEX "deliveries_due_idx" ON "hooks"."deliveries"("tenant_id", "webhook_id", "next_attempt_on") WHERE "status" = 'Pending';
CREATE INDEX "deliveries_waiting_subject_idx" ON "hooks"."deliveries"("tenant_id", "webhook_id", "subject", "sequence") WHERE "status" = 'Pending';

-- Deliveries change a few times within seconds and never again; queues are empty most of the time.
ALTER TABLE "hooks"."deliveries" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE "platform"."unpublished_events" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE "platform"."unstreamed_events" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- In the transaction of the event, and for whoever writes one: where nobody listens it costs one look into a small index.
CREATE FUNCTION "platform"."queue_event"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  listening text;
BEGIN
  FOR listening IN
    SELECT "outlet" FROM "platform"."event_outlets"
    WHERE "tenant_id" IN (NEW."tenant_id", '00000000-0000-0000-0000-000000000000')
  LOOP
    IF listening = 'webhooks' THEN
      INSERT INTO "platform"."unpublished_events" ("tenant_id", "subject", "sequence", "event_id")
      VALUES (NEW."tenant_id", NEW."subject", NEW."sequence", NEW."id");
      PERFORM graphile_worker.add_job('publish-events',
        json_build_object('tenantId', NEW."tenant_id", 'subject', NEW."subject"), priority => 10);
    ELSE
      INSERT INTO "platform"."unstreamed_events" ("tenant_id", "event_id") VALUES (NEW."tenant_id", NEW."id");
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "queue_event" AFTER INSERT ON "platform"."events" FOR EACH ROW EXECUTE FUNCTION "platform"."queue_event"();
