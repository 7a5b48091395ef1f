ALTER TABLE "shipping"."consignments" ADD COLUMN "settings" JSONB;
