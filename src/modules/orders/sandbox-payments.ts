import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../platform/database.ts';
import { DependencyUnavailable } from './inventory.ts';
import type { PaymentOutcome, PaymentRequest, Payments } from './payments.ts';
import { type EntryKind, type LedgerEntry, listEntries, recordEntry } from './sandbox-ledger-repository.ts';

const PROVIDER = 'sandbox';
const SLOW_MS = 2_000;

/**
 * A payment provider that moves no money and does what the payment token asks for, the same each time. It keeps a ledger of all that it was
 * asked for, whatever its caller was told.
 *
 * | token | |
 * |---|---|
 * | `tok_ok` | does it |
 * | `tok_slow` | does it after two seconds |
 * | `tok_lost_answer` | does it, and the answer to the first call of each operation is lost |
 * | any other, `tok_declined` | declines the hold |
 */
export function createSandboxPayments(db: Database): Payments {
  const operate = async (
    kind: EntryKind,
    request: PaymentRequest & { token: string },
    refusal: string | null,
  ): Promise<PaymentOutcome> => {
    const { tenantId, ...asked } = request;
    if (request.token === 'tok_slow') await wait(SLOW_MS);
    const externalId = `SBX-${request.paymentId.slice(-12)}`;
    const entry = await recordEntry(db, tenantId, { ...asked, kind, refusal, externalId });
    if (request.token === 'tok_lost_answer' && entry.calls === 1) {
      throw new DependencyUnavailable('payment system', { isTimeout: true });
    }
    return entry.refusal === null
      ? { outcome: 'done', systemId: entry.paymentId, externalId: entry.externalId, provider: PROVIDER }
      : { outcome: 'refused', failure: entry.refusal };
  };
  /** The payment as the ledger has it. */
  const of = async ({ tenantId, paymentId }: PaymentRequest): Promise<{ token: string; ledger: Ledger }> => {
    const entries = await listEntries(db, tenantId, paymentId);
    return { token: entries[0]?.token ?? '', ledger: balanceOf(entries) };
  };

  return {
    provider: PROVIDER,
    hold: (request) => operate('hold', request, ACCEPTED.has(request.token) ? null : 'card declined'),
    capture: async (request) => {
      const { token, ledger } = await of(request);
      return operate('capture', { ...request, token }, ledger.heldMinor === 0n ? 'nothing is held' : null);
    },
    refund: async (request) => {
      const { token, ledger } = await of(request);
      const leftMinor = ledger.capturedMinor - ledger.refundedMinor;
      const { reason: _reason, ...asked } = request;
      return operate(
        'refund',
        { ...asked, token },
        request.amountMinor > leftMinor ? `only ${leftMinor} is left` : null,
      );
    },
    void: async (request) => {
      const { token, ledger } = await of(request);
      return operate('void', { ...request, token }, ledger.heldMinor === 0n ? 'nothing is held' : null);
    },
  };
}

const ACCEPTED: ReadonlySet<string> = new Set(['tok_ok', 'tok_slow', 'tok_lost_answer']);

/** What the operations of a payment come to. */
export interface Ledger {
  heldMinor: bigint;
  capturedMinor: bigint;
  refundedMinor: bigint;
  isVoided: boolean;
}

export function balanceOf(entries: readonly LedgerEntry[]): Ledger {
  const sum = (kind: EntryKind): bigint =>
    entries
      .filter((entry) => entry.kind === kind && entry.refusal === null)
      .reduce((total, { amountMinor }) => total + amountMinor, 0n);
  return {
    heldMinor: sum('hold'),
    capturedMinor: sum('capture'),
    refundedMinor: sum('refund'),
    isVoided: sum('void') > 0n,
  };
}
