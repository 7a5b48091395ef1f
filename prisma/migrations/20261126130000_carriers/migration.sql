-- What a profile of a real carrier says. The profiles that there are are the sandbox's.
ALTER TABLE "shipping"."carrier_profiles" ADD COLUMN "environment" TEXT NOT NULL DEFAULT 'test',
  ADD COLUMN "base_url" TEXT,
  ADD COLUMN "label_format" TEXT NOT NULL DEFAULT 'pdf',
  ADD COLUMN "settings" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "quote_timeout_ms" INTEGER NOT NULL DEFAULT 3000;
ALTER TABLE "shipping"."carrier_profiles" ALTER COLUMN "environment" DROP DEFAULT,
  ALTER COLUMN "label_format" DROP DEFAULT,
  ALTER COLUMN "settings" DROP DEFAULT,
  ALTER COLUMN "quote_timeout_ms" DROP DEFAULT;

ALTER TABLE "shipping"."shipments" ADD COLUMN "hold" JSONB;

ALTER TABLE "shipping"."consignments" ADD COLUMN "doubtful" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "track_on" TIMESTAMPTZ(3);
ALTER TABLE "shipping"."consignments" ALTER COLUMN "doubtful" DROP DEFAULT;

CREATE INDEX "consignments_tenant_id_profile_id_track_on_idx" ON "shipping"."consignments"("tenant_id", "profile_id", "track_on");

CREATE TABLE "shipping"."documents" (
    "tenant_id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "consignment_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "handling_unit_number" INTEGER,
    "content" BYTEA NOT NULL,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("tenant_id","shipment_id","id")
);

CREATE TABLE "shipping"."carrier_calls" (
    "tenant_id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consignment_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "request_body" TEXT,
    "status" INTEGER,
    "answer_body" TEXT,
    "failure" TEXT,
    "started_on" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,

    CONSTRAINT "carrier_calls_pkey" PRIMARY KEY ("tenant_id","shipment_id","id")
);
