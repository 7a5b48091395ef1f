-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "authorizing";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "platform";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "sandbox_carrier";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "shipping";

-- CreateEnum
CREATE TYPE "authorizing"."token_mode" AS ENUM ('live', 'test');

-- CreateEnum
CREATE TYPE "shipping"."shipment_status" AS ENUM ('Created', 'Ordered', 'Accepted', 'Declined', 'Canceled', 'Executed');

-- CreateEnum
CREATE TYPE "shipping"."consignment_status" AS ENUM ('Ordered', 'Accepted', 'Declined', 'Canceled');

-- CreateEnum
CREATE TYPE "shipping"."handling_unit_status" AS ENUM ('AtOrigin', 'InTransit', 'InHub', 'Delivered');

-- CreateTable
CREATE TABLE "authorizing"."tenants" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authorizing"."api_tokens" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "mode" "authorizing"."token_mode" NOT NULL,
    "permission_groups" TEXT[],
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "expires_on" TIMESTAMPTZ(3),
    "revoked_on" TIMESTAMPTZ(3),
    "last_used_on" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "platform"."events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "time" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "sandbox_carrier"."bookings" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "booking_reference" TEXT NOT NULL,
    "shipment_id" UUID NOT NULL,
    "carrier_booking_reference" TEXT NOT NULL,
    "unit_references" TEXT[],
    "booked_on" TIMESTAMPTZ(3) NOT NULL,
    "voided_on" TIMESTAMPTZ(3),

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "sandbox_carrier"."calls" (
    "tenant_id" UUID NOT NULL,
    "booking_reference" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("tenant_id","booking_reference")
);

-- CreateTable
CREATE TABLE "shipping"."carrier_profiles" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "service_levels" JSONB NOT NULL,
    "countries" TEXT[],
    "credentials" BYTEA,
    "booking_timeout_ms" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_profiles_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "shipping"."shipments" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "carrier_reference" TEXT NOT NULL,
    "service_level_reference" TEXT NOT NULL,
    "status" "shipping"."shipment_status" NOT NULL,
    "version" INTEGER NOT NULL,
    "event_sequence" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "booking_attempts" INTEGER NOT NULL,
    "consignment_id" UUID,
    "carrier_booking_reference" TEXT,
    "tracking_url" TEXT,
    "refusal" JSONB,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shipments_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "shipping"."handling_units" (
    "tenant_id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "status" "shipping"."handling_unit_status" NOT NULL,
    "weight_grams" INTEGER NOT NULL,
    "length_millimetres" INTEGER,
    "width_millimetres" INTEGER,
    "height_millimetres" INTEGER,
    "tracking_reference" TEXT,
    "content" JSONB NOT NULL,

    CONSTRAINT "handling_units_pkey" PRIMARY KEY ("tenant_id","shipment_id","number")
);

-- CreateTable
CREATE TABLE "shipping"."consignments" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_ids" UUID[],
    "carrier_reference" TEXT NOT NULL,
    "service_level_reference" TEXT NOT NULL,
    "status" "shipping"."consignment_status" NOT NULL,
    "booking_reference" TEXT NOT NULL,
    "carrier_booking_reference" TEXT,
    "tracking_url" TEXT,
    "refusal" JSONB,
    "voiding_for" TEXT,
    "called_until" TIMESTAMPTZ(3) NOT NULL,
    "event_sequence" INTEGER NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consignments_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "shipping"."labels" (
    "tenant_id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "consignment_id" UUID NOT NULL,
    "handling_unit_number" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("tenant_id","shipment_id","consignment_id","handling_unit_number")
);

-- CreateTable
CREATE TABLE "shipping"."tracking_events" (
    "tenant_id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consignment_id" UUID,
    "handling_unit_id" UUID,
    "source" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT,
    "carrier_code" TEXT,
    "description" TEXT,
    "location" JSONB,
    "occurred_on" TIMESTAMPTZ(3) NOT NULL,
    "recorded_on" TIMESTAMPTZ(3) NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "tracking_events_pkey" PRIMARY KEY ("tenant_id","shipment_id","id")
);

-- CreateTable
CREATE TABLE "shipping"."shipment_counts" (
    "tenant_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "starts_on" TIMESTAMPTZ(3) NOT NULL,
    "status" "shipping"."shipment_status" NOT NULL,
    "carrier_reference" TEXT NOT NULL,
    "shipments" INTEGER NOT NULL,

    CONSTRAINT "shipment_counts_pkey" PRIMARY KEY ("tenant_id","period","starts_on","status","carrier_reference")
);

-- CreateTable
CREATE TABLE "shipping"."shipment_count_changes" (
    "tenant_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "status" "shipping"."shipment_status" NOT NULL,
    "carrier_reference" TEXT NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "shipment_count_changes_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_key_id_key" ON "authorizing"."api_tokens"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_tenant_id_subject_sequence_key" ON "platform"."events"("tenant_id", "subject", "sequence");

-- CreateIndex
CREATE INDEX "bookings_tenant_id_booking_reference_idx" ON "sandbox_carrier"."bookings"("tenant_id", "booking_reference");

-- CreateIndex
CREATE INDEX "bookings_tenant_id_shipment_id_idx" ON "sandbox_carrier"."bookings"("tenant_id", "shipment_id");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_profiles_tenant_id_reference_key" ON "shipping"."carrier_profiles"("tenant_id", "reference");

-- CreateIndex
CREATE INDEX "shipments_tenant_id_reference_id_idx" ON "shipping"."shipments"("tenant_id", "reference", "id");

-- CreateIndex
CREATE INDEX "shipments_tenant_id_status_id_idx" ON "shipping"."shipments"("tenant_id", "status", "id");

-- CreateIndex
CREATE INDEX "shipments_tenant_id_carrier_reference_id_idx" ON "shipping"."shipments"("tenant_id", "carrier_reference", "id");

-- CreateIndex
CREATE INDEX "consignments_tenant_id_status_id_idx" ON "shipping"."consignments"("tenant_id", "status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "consignments_tenant_id_booking_reference_key" ON "shipping"."consignments"("tenant_id", "booking_reference");

-- CreateIndex
CREATE UNIQUE INDEX "tracking_events_tenant_id_shipment_id_fingerprint_key" ON "shipping"."tracking_events"("tenant_id", "shipment_id", "fingerprint");

-- AddForeignKey
ALTER TABLE "authorizing"."api_tokens" ADD CONSTRAINT "api_tokens_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "authorizing"."tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipping"."handling_units" ADD CONSTRAINT "handling_units_tenant_id_shipment_id_fkey" FOREIGN KEY ("tenant_id", "shipment_id") REFERENCES "shipping"."shipments"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The sandbox carrier numbers its units; Prisma does not know sequences.
CREATE SEQUENCE "sandbox_carrier"."unit_serial";

-- Rows live for about a second here; without this the index would carry their remains for long.
ALTER TABLE "shipping"."shipment_count_changes" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
