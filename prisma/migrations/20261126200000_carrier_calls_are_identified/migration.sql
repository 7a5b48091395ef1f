ALTER TABLE "shipping"."carrier_calls" ADD COLUMN "request_id" TEXT, ADD COLUMN "answer_id" TEXT;
