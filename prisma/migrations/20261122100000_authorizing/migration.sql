-- AlterTable
ALTER TABLE "authorizing"."tenants" ADD COLUMN "default_group" TEXT NOT NULL DEFAULT 'viewer',
ADD COLUMN "access_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "rate_limits" JSONB;

-- AlterTable
ALTER TABLE "authorizing"."api_tokens" ADD COLUMN "created_by" JSONB,
ADD COLUMN "maker_user_id" UUID,
ADD COLUMN "limits" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "authorizing"."users" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "permission_groups" TEXT[],
    "active" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "authorizing"."permission_groups" (
    "tenant_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "permissions" TEXT[],
    "version" INTEGER NOT NULL,
    "created_on" TIMESTAMPTZ(3) NOT NULL,
    "updated_on" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "permission_groups_pkey" PRIMARY KEY ("tenant_id","reference")
);

-- CreateTable
CREATE TABLE "platform"."audit_events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "address" TEXT,
    "user_agent" TEXT,
    "request_id" UUID,
    "correlation_id" TEXT,
    "before" JSONB,
    "after" JSONB,
    "event_before" INTEGER,
    "event_after" INTEGER,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_tenant_id_issuer_subject_key" ON "authorizing"."users"("tenant_id", "issuer", "subject");

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_resource_id_idx" ON "platform"."audit_events"("tenant_id", "resource", "id");

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_actor_id_id_idx" ON "platform"."audit_events"("tenant_id", "actor_id", "id");

-- AddForeignKey
ALTER TABLE "authorizing"."users" ADD CONSTRAINT "users_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "authorizing"."tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authorizing"."permission_groups" ADD CONSTRAINT "permission_groups_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "authorizing"."tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
