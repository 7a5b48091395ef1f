-- Volatile, so that it sees what was committed while the statement that asks it waited for a lock.
CREATE FUNCTION "shipping"."has_live_bookings"("tenant" UUID, "profile" UUID) RETURNS BOOLEAN LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM "shipping"."consignments"
    WHERE "tenant_id" = "tenant" AND "profile_id" = "profile" AND "status" IN ('Ordered', 'Accepted')
  );
END;
$$;
