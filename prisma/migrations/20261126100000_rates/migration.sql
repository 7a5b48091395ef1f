CREATE SCHEMA IF NOT EXISTS "rates";

CREATE TABLE "rates"."contracts" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "carrier_reference" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "ended_from" DATE,
    "service_levels" TEXT[],
    "version" INTEGER NOT NULL,
    "event_sequence" INTEGER NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "contracts_tenant_id_carrier_reference_idx" ON "rates"."contracts"("tenant_id", "carrier_reference");

-- Contracts of one reference do not hold at once. GiST compares ranges by itself, where it would need an extension for UUID and text; so
-- tenant and reference are one number, of 64 bits of a hash.
ALTER TABLE "rates"."contracts" ADD CONSTRAINT "contracts_do_not_overlap" EXCLUDE USING gist (
    int8range(hashtextextended("tenant_id"::text || ' ' || "reference", 0), hashtextextended("tenant_id"::text || ' ' || "reference", 0), '[]') WITH &&,
    daterange("valid_from", least("valid_to" + 1, "ended_from"), '[)') WITH &&
) WHERE ("ended_from" IS NULL OR "ended_from" > "valid_from");

CREATE TABLE "rates"."contract_versions" (
    "tenant_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_versions_pkey" PRIMARY KEY ("tenant_id","contract_id","version")
);

CREATE TABLE "rates"."exchange_rates" (
    "tenant_id" UUID NOT NULL,
    "base" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "rate" DECIMAL(19,10) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exchange_rates_pkey" PRIMARY KEY ("tenant_id","base","quote","valid_from")
);

ALTER TABLE "shipping"."shipments" ADD COLUMN "rate" JSONB;
