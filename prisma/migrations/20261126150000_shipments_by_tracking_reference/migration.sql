-- The list of shipments is filtered by the carrier's barcode. Units that are not booked yet have none and cost nothing here.
CREATE INDEX "handling_units_tenant_id_tracking_reference_idx" ON "shipping"."handling_units"("tenant_id", "tracking_reference") WHERE "tracking_reference" IS NOT NULL;
