-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "orders";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "sandbox_payments";

-- CreateEnum
CREATE TYPE "orders"."order_status" AS ENUM ('PENDING', 'RESERVED', 'PAID', 'CONFIRMED', 'CANCELED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "orders"."payment_status" AS ENUM ('PENDING', 'HELD', 'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'VOIDED', 'FAILED');

-- CreateTable
CREATE TABLE "orders"."orders" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "status" "orders"."order_status" NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "refunded_minor" BIGINT NOT NULL,
    "items" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "event_sequence" INTEGER NOT NULL,
    "stock" TEXT NOT NULL,
    "reserved_until" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "cancel_note" TEXT,
    "created_by" TEXT,
    "last_request" TEXT,
    "correlation_id" TEXT NOT NULL,
    "unsettled_since" TIMESTAMPTZ(3),
    "alarmed_on" TIMESTAMPTZ(3),
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "orders"."payments" (
    "tenant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" "orders"."payment_status" NOT NULL,
    "captured_minor" BIGINT NOT NULL,
    "token" BYTEA,
    "provider" TEXT NOT NULL,
    "system_id" TEXT,
    "external_id" TEXT,
    "failure" TEXT,
    "event_sequence" INTEGER NOT NULL,
    "requested_by" TEXT,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("tenant_id","order_id")
);

-- CreateTable
CREATE TABLE "orders"."refunds" (
    "tenant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "failure" TEXT,
    "created_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("tenant_id","order_id","key")
);

-- CreateTable
CREATE TABLE "orders"."stock_levels" (
    "tenant_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "on_hand" BIGINT NOT NULL,
    "reserved" BIGINT NOT NULL,

    CONSTRAINT "stock_levels_pkey" PRIMARY KEY ("tenant_id","sku")
);

-- CreateTable
CREATE TABLE "orders"."reservations" (
    "tenant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "is_live" BOOLEAN NOT NULL,
    "items" JSONB NOT NULL,
    "reserved_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reservations_pkey" PRIMARY KEY ("tenant_id","order_id")
);

-- CreateTable
CREATE TABLE "sandbox_payments"."entries" (
    "tenant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "token" TEXT NOT NULL,
    "refusal" TEXT,
    "external_id" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "made_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entries_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateIndex
CREATE INDEX "orders_tenant_id_created_on_id_idx" ON "orders"."orders"("tenant_id", "created_on", "id");

-- CreateIndex
CREATE INDEX "orders_tenant_id_customer_id_created_on_id_idx" ON "orders"."orders"("tenant_id", "customer_id", "created_on", "id");

-- CreateIndex
CREATE INDEX "orders_tenant_id_status_created_on_id_idx" ON "orders"."orders"("tenant_id", "status", "created_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_tenant_id_created_by_key" ON "orders"."orders"("tenant_id", "created_by");

-- CreateIndex
CREATE INDEX "entries_tenant_id_payment_id_idx" ON "sandbox_payments"."entries"("tenant_id", "payment_id");


-- What every change of stock must leave true, whoever makes it.
ALTER TABLE "orders"."stock_levels" ADD CONSTRAINT "stock_levels_reserved_check" CHECK ("reserved" >= 0 AND "reserved" <= "on_hand");
