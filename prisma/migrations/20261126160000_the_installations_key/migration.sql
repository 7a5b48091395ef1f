CREATE TABLE "platform"."installation" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "key_check" BYTEA NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "installation_is_one" CHECK ("id")
);
