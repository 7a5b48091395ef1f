-- A profile that is deleted stays for the bookings that were made with it; its reference is free again.
ALTER TABLE "shipping"."carrier_profiles" ADD COLUMN "deleted_on" TIMESTAMPTZ(3);
DROP INDEX "shipping"."carrier_profiles_tenant_id_reference_key";
CREATE UNIQUE INDEX "carrier_profiles_tenant_id_reference_key" ON "shipping"."carrier_profiles"("tenant_id", "reference") WHERE "deleted_on" IS NULL;

ALTER TABLE "shipping"."consignments" ADD COLUMN "profile_id" UUID, ADD COLUMN "service_level" JSONB;
UPDATE "shipping"."consignments" c SET "profile_id" = p."id",
  "service_level" = coalesce(
    (SELECT l FROM jsonb_array_elements(p."service_levels") AS l WHERE l->>'reference' = c."service_level_reference" LIMIT 1),
    jsonb_build_object('reference', c."service_level_reference", 'name', c."service_level_reference", 'productCode', ''))
FROM "shipping"."carrier_profiles" p WHERE p."tenant_id" = c."tenant_id" AND p."reference" = c."carrier_reference";
ALTER TABLE "shipping"."consignments" ALTER COLUMN "profile_id" SET NOT NULL, ALTER COLUMN "service_level" SET NOT NULL;

CREATE INDEX "consignments_shipment_ids_idx" ON "shipping"."consignments" USING GIN ("shipment_ids");
CREATE INDEX "bookings_tenant_id_carrier_booking_reference_idx" ON "sandbox_carrier"."bookings"("tenant_id", "carrier_booking_reference");
