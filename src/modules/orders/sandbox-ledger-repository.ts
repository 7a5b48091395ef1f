import { type Database, query, type Statement } from '../../platform/database.ts';

export type EntryKind = 'hold' | 'capture' | 'refund' | 'void';

/** One operation that the sandbox provider was asked for, as it is kept for ever. */
export interface LedgerEntry {
  key: string;
  paymentId: string;
  orderId: string;
  kind: EntryKind;
  currency: string;
  amountMinor: bigint;
  token: string;
  /** Why nothing was done. */
  refusal: string | null;
  externalId: string;
  /** How often it was asked for under its key. */
  calls: number;
}

interface EntryRow extends Omit<LedgerEntry, 'amountMinor'> {
  amountMinor: string;
}

const COLUMNS = `e.key, e.payment_id as "paymentId", e.order_id as "orderId", e.kind, e.currency, e.amount_minor as "amountMinor",
  e.token, e.refusal, e.external_id as "externalId", e.calls`;

const RECORD: Statement = {
  name: 'record-sandbox-payment-entry',
  text: `insert into sandbox_payments.entries as e (tenant_id, key, payment_id, order_id, kind, currency, amount_minor, token, refusal,
      external_id, calls, made_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, now())
    on conflict (tenant_id, key) do update set calls = e.calls + 1 returning ${COLUMNS}`,
};

export interface SandboxLedger {
  /** Makes the operation, or finds it made: the same key is the same operation. @returns the entry as it is kept */
  record(tenantId: string, entry: Omit<LedgerEntry, 'calls'>): Promise<LedgerEntry>;
  list(tenantId: string, paymentId: string): Promise<LedgerEntry[]>;
}

export function createSandboxLedger(db: Database): SandboxLedger {
  return {
    record: (tenantId, entry) => recordEntry(db, tenantId, entry),
    list: (tenantId, paymentId) => listEntries(db, tenantId, paymentId),
  };
}

async function recordEntry(db: Database, tenantId: string, entry: Omit<LedgerEntry, 'calls'>): Promise<LedgerEntry> {
  const { key, paymentId, orderId, kind, currency, amountMinor, token, refusal, externalId } = entry;
  const values = [tenantId, key, paymentId, orderId, kind, currency, amountMinor, token, refusal, externalId];
  const [row] = await query<EntryRow>(db.pool, RECORD, values);
  if (row === undefined) throw new Error('the ledger kept nothing');
  return toEntry(row);
}

const OF_PAYMENT: Statement = {
  name: 'list-sandbox-payment-entries',
  text: `select ${COLUMNS} from sandbox_payments.entries e where e.tenant_id = $1 and e.payment_id = $2 order by e.made_on, e.key`,
};

async function listEntries(db: Database, tenantId: string, paymentId: string): Promise<LedgerEntry[]> {
  const rows = await query<EntryRow>(db.pool, OF_PAYMENT, [tenantId, paymentId]);
  return rows.map(toEntry);
}

function toEntry({ amountMinor, ...entry }: EntryRow): LedgerEntry {
  return { ...entry, amountMinor: BigInt(amountMinor) };
}
