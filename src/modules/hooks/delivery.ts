import type { BlockReason } from './address-guard.ts';

export const DELIVERY_STATUSES = ['Pending', 'Succeeded', 'Failed', 'Blocked'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One event for one webhook. */
export interface Delivery {
  tenantId: string;
  webhookId: string;
  id: string;
  eventId: string;
  eventType: string;
  subject: string;
  status: DeliveryStatus;
  /** Absent when there is none to come. */
  nextAttemptOn?: Date;
  attempts: readonly Attempt[];
  createdOn: Date;
}

/** One exchange with the receiver, or what prevented it. */
export interface Attempt {
  number: number;
  startedOn: Date;
  durationMs: number;
  responseStatus?: number;
  /** The first 16 KiB as text. */
  responseBody?: string;
  /** What was wrong, in words that may be shown to whoever owns the webhook. */
  error?: string;
  blocked?: BlockReason;
}

/** A delivery that this process has the right to make until `claimedUntil`. */
export interface ClaimedDelivery {
  tenantId: string;
  webhookId: string;
  id: string;
  eventId: string;
  /** Made before this one, since the delivery was begun and in all. */
  tries: number;
  attempts: number;
  claimedUntil: Date;
  body: string;
  url: string;
  secrets: Buffer;
  headers: Buffer | null;
  failingSince: Date | null;
  /** Whether a later event of the same subject waits for this one. */
  isOrdered: boolean;
}
