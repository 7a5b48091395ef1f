-- AlterTable
ALTER TABLE "orders"."orders" ADD COLUMN     "shortages" JSONB;
