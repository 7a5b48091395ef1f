-- The list of shipments is filtered by what the carrier calls a booking, too. Shipments that are not booked cost nothing here.
CREATE INDEX "shipments_tenant_id_carrier_booking_reference_idx" ON "shipping"."shipments"("tenant_id", "carrier_booking_reference") WHERE "carrier_booking_reference" IS NOT NULL;
