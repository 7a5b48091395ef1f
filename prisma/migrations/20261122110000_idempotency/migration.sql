-- CreateTable
CREATE TABLE "platform"."idempotency_keys" (
    "tenant_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "claimant" TEXT NOT NULL,
    "claimed_on" TIMESTAMPTZ(3) NOT NULL,
    "expires_on" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "headers" JSONB,
    "body" BYTEA,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("tenant_id","credential_id","operation","key")
);

-- CreateIndex
CREATE INDEX "idempotency_keys_expires_on_idx" ON "platform"."idempotency_keys"("expires_on");

-- AlterTable
ALTER TABLE "shipping"."shipments" ADD COLUMN "last_request" TEXT;
