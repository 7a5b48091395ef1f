ALTER TABLE "platform"."idempotency_keys" ADD COLUMN "permissions" TEXT[];
