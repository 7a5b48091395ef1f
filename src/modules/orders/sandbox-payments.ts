import { setTimeout as wait } from 'node:timers/promises';
import { DependencyUnavailable } from './dependency.ts';
import type { PaymentStatus } from './order.ts';
import type { PaymentOutcome, PaymentRequest, Payments } from './payments.ts';
import type { EntryKind, LedgerEntry, SandboxLedger } from './sandbox-ledger-repository.ts';

const PROVIDER = 'sandbox';
const SLOW_MS = 2_000;

/**
 * A payment provider that moves no money and does what the payment token asks for, the same each time. It keeps a ledger of all that it was
 * asked for, whatever its caller was told, and does not look after its callers: under another key, a second capture is another capture.
 *
 * | token | |
 * |---|---|
 * | `tok_ok` | does it |
 * | `tok_slow` | does it after two seconds |
 * | `tok_lost_answer` | does it, and the answer to the first call of each operation is lost |
 * | any other, `tok_declined` | declines the hold |
 */
export function createSandboxPayments(ledger: SandboxLedger): SandboxPayments {
  const operate = async (
    kind: EntryKind,
    request: PaymentRequest & { token: string },
    refusal: string | null,
  ): Promise<PaymentOutcome> => {
    const { tenantId, ...asked } = request;
    if (request.token === 'tok_slow') await wait(SLOW_MS);
    const externalId = `SBX-${request.paymentId.slice(-12)}`;
    const entry = await ledger.record(tenantId, { ...asked, kind, refusal, externalId });
    if (request.token === 'tok_lost_answer' && entry.calls === 1) {
      throw new DependencyUnavailable('payment system', { isTimeout: true });
    }
    const known = { systemId: entry.paymentId, externalId: entry.externalId, provider: PROVIDER };
    return entry.refusal === null
      ? { ...known, outcome: 'done' }
      : { ...known, outcome: 'refused', failure: entry.refusal };
  };
  const find = async (tenantId: string, paymentId: string): Promise<SandboxPayment | undefined> =>
    toPayment(await ledger.list(tenantId, paymentId));

  return {
    provider: PROVIDER,
    find,
    hold: (request) => operate('hold', request, ACCEPTED.has(request.token) ? null : 'card declined'),
    capture: async (request) => {
      const { token = '', heldMinor = 0n } = (await find(request.tenantId, request.paymentId)) ?? {};
      return operate(
        'capture',
        { ...request, token },
        request.amountMinor > heldMinor ? `only ${heldMinor} is held` : null,
      );
    },
    refund: async ({ reason: _reason, ...request }) => {
      const payment = await find(request.tenantId, request.paymentId);
      const leftMinor = (payment?.capturedMinor ?? 0n) - (payment?.refundedMinor ?? 0n);
      const refusal = request.amountMinor > leftMinor ? `only ${leftMinor} is left` : null;
      return operate('refund', { ...request, token: payment?.token ?? '' }, refusal);
    },
    void: async (request) => {
      const { token = '', heldMinor = 0n } = (await find(request.tenantId, request.paymentId)) ?? {};
      return operate('void', { ...request, token }, heldMinor === 0n ? 'nothing is held' : null);
    },
  };
}

/** The sandbox can be looked into. */
export interface SandboxPayments extends Payments {
  find(tenantId: string, paymentId: string): Promise<SandboxPayment | undefined>;
}

/** What the operations of a payment come to. */
export interface SandboxPayment {
  id: string;
  orderId: string;
  currency: string;
  token: string;
  status: PaymentStatus;
  amountMinor: bigint;
  heldMinor: bigint;
  capturedMinor: bigint;
  refundedMinor: bigint;
  /** Under which something was asked about it: the same again is the same operation. */
  keys: ReadonlySet<string>;
}

const ACCEPTED: ReadonlySet<string> = new Set(['tok_ok', 'tok_slow', 'tok_lost_answer']);

function toPayment(entries: readonly LedgerEntry[]): SandboxPayment | undefined {
  const hold = entries.find(({ kind }) => kind === 'hold');
  if (hold === undefined) return undefined;
  const sum = (kind: EntryKind): bigint =>
    entries
      .filter((entry) => entry.kind === kind && entry.refusal === null)
      .reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const { paymentId: id, orderId, currency, token, amountMinor } = hold;
  const amounts = { heldMinor: sum('hold'), capturedMinor: sum('capture'), refundedMinor: sum('refund') };
  return {
    id,
    orderId,
    currency,
    token,
    amountMinor,
    ...amounts,
    keys: new Set(entries.map(({ key }) => key)),
    status: statusOf({ ...amounts, voidedMinor: sum('void') }),
  };
}

function statusOf(
  sums: Record<'heldMinor' | 'capturedMinor' | 'refundedMinor' | 'voidedMinor', bigint>,
): PaymentStatus {
  if (sums.voidedMinor > 0n) return 'VOIDED';
  if (sums.refundedMinor > 0n) return sums.refundedMinor >= sums.capturedMinor ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (sums.capturedMinor > 0n) return 'CAPTURED';
  return sums.heldMinor > 0n ? 'HELD' : 'FAILED';
}
