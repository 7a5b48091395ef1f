-- AlterTable
ALTER TABLE "hooks"."deliveries" ADD COLUMN     "claimed_by" TEXT;

-- CreateTable
CREATE TABLE "hooks"."claimants" (
    "name" TEXT NOT NULL,

    CONSTRAINT "claimants_pkey" PRIMARY KEY ("name")
);
