import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import type { Database, Statement } from '../../platform/database.ts';
import { type DomainEvent, insertEvents, listenFor } from '../../platform/events.ts';
import type { Webhook as WebhookRow } from '../../platform/generated/prisma/client.ts';
import { type DisabledFor, describeWebhook, type Ordering, type Webhook } from './webhook.ts';

export async function findWebhook(db: Database, tenantId: string, id: string): Promise<Webhook | undefined> {
  const prisma = await db.prisma();
  const row = await prisma.webhook.findFirst({ where: { tenantId, id, deletedOn: null } });
  return row === null ? undefined : toWebhook(row);
}

export async function listWebhooks(
  db: Database,
  tenantId: string,
  filter: { active?: boolean; limit: number; offset: number },
): Promise<{ items: Webhook[]; total: number }> {
  const where = { tenantId, deletedOn: null, ...(filter.active === undefined ? {} : { active: filter.active }) };
  const prisma = await db.prisma();
  const [rows, total] = await Promise.all([
    prisma.webhook.findMany({ where, orderBy: { id: 'desc' }, take: filter.limit, skip: filter.offset }),
    prisma.webhook.count({ where }),
  ]);
  return { items: rows.map(toWebhook), total };
}

const INSERT: Statement = {
  name: 'insert-webhook',
  text: `with w as (
      insert into hooks.webhooks (tenant_id, id, url, events, description, ordering, active, secrets, headers, header_names,
        updated_on, disabled_for, disabled_on, failing_since, event_sequence, created_on, version)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1
      where (select count(*) from hooks.webhooks where tenant_id = $1 and deleted_on is null) < $17 returning id),
    listening as (${listenFor('$1', 'webhooks', 'w')}),
    audit as (${insertAudit('$1', '$18', 'w')})
    select id from w`,
};

/** @returns false when the tenant has as many as it may. */
export async function insertWebhook(db: Database, webhook: Webhook, max: number): Promise<boolean> {
  const audit = auditRecords([{ resource: subjectOf(webhook), after: describeWebhook(webhook) }]);
  const values = [...toColumns(webhook), webhook.createdOn, max, audit];
  return (await conclude(db, INSERT, values, (rows) => rows.length === 1)).length === 1;
}

// Deliveries go on meanwhile: a success since the webhook was read stays one.
const SAVE: Statement = {
  name: 'save-webhook',
  text: `with w as (
      update hooks.webhooks set url = $3, events = $4, description = $5, ordering = $6, active = $7, secrets = $8, headers = $9,
        header_names = $10, updated_on = $11, disabled_for = $12, disabled_on = $13, failing_since = case when $14::timestamptz is null then null else failing_since end, event_sequence = $15,
        paused_until = null, version = version + 1
      where tenant_id = $1 and id = $2 and version = $16 and deleted_on is null returning id),
    events as (${insertEvents('$1', '$17', 'w')}),
    audit as (${insertAudit('$1', '$18', 'w')})
    select id from w`,
};

/** @returns false when the webhook is no longer at the version from which it was changed. */
export async function saveWebhook(
  db: Database,
  before: Webhook,
  after: Webhook,
  events: readonly DomainEvent[] = [],
): Promise<boolean> {
  const secretsChanged = before.secrets !== after.secrets ? { secretsChanged: true } : {};
  const headersChanged = before.headers !== after.headers ? { headersChanged: true } : {};
  const audit = auditRecords([
    {
      resource: subjectOf(after),
      before: describeWebhook(before),
      after: { ...describeWebhook(after), ...secretsChanged, ...headersChanged },
    },
  ]);
  const values = [...toColumns(after), before.version, JSON.stringify(events), audit];
  return (await conclude(db, SAVE, values, (rows) => rows.length === 1)).length === 1;
}

const DELETE: Statement = {
  name: 'delete-webhook',
  text: `with w as (
      update hooks.webhooks set deleted_on = $4, active = false, version = version + 1
      where tenant_id = $1 and id = $2 and version = $3 and deleted_on is null returning id),
    audit as (${insertAudit('$1', '$5', 'w')})
    select id from w`,
};

/** What belongs to it is cleared away later. @returns false when the webhook is no longer at that version. */
export async function deleteWebhook(db: Database, webhook: Webhook, now: Date): Promise<boolean> {
  const audit = auditRecords([{ resource: subjectOf(webhook), before: describeWebhook(webhook) }]);
  const values = [webhook.tenantId, webhook.id, webhook.version, now, audit];
  return (await conclude(db, DELETE, values, (rows) => rows.length === 1)).length === 1;
}

/** As its events and its audit name it. */
export function subjectOf({ id }: Pick<Webhook, 'id'>): string {
  return `webhook/${id}`;
}

/** The first fifteen parameters of the statements above. */
function toColumns(webhook: Webhook): unknown[] {
  return [
    webhook.tenantId,
    webhook.id,
    webhook.url,
    [...webhook.events],
    webhook.description ?? null,
    webhook.ordering,
    webhook.active,
    webhook.secrets,
    webhook.headers ?? null,
    [...webhook.headerNames],
    webhook.updatedOn,
    webhook.disabled?.reason ?? null,
    webhook.disabled?.on ?? null,
    webhook.failingSince ?? null,
    webhook.eventSequence,
  ];
}

function toWebhook(row: WebhookRow): Webhook {
  const {
    description,
    headers,
    disabledFor,
    disabledOn,
    failingSince,
    pausedUntil: _paused,
    deletedOn: _gone,
    ...rest
  } = row;
  return {
    ...rest,
    ordering: rest.ordering as Ordering,
    ...(description === null ? {} : { description }),
    ...(headers === null ? {} : { headers }),
    ...(disabledFor === null || disabledOn === null
      ? {}
      : { disabled: { reason: disabledFor as DisabledFor, on: disabledOn } }),
    ...(failingSince === null ? {} : { failingSince }),
  };
}
