import { DELIVERY_STATUSES } from './delivery.ts';

/** `Missing`: events of which there is no delivery, because the webhook was inactive or did not want them then. */
export const REPLAYED_STATUSES = [...DELIVERY_STATUSES.filter((each) => each !== 'Pending'), 'Missing'] as const;
export type ReplayedStatus = (typeof REPLAYED_STATUSES)[number];

/** Events of a range of time that are to be sent to a webhook again. */
export interface Replay {
  tenantId: string;
  webhookId: string;
  id: string;
  from: Date;
  to: Date;
  /** Absent: every event that the webhook wants. */
  deliveries?: ReplayedStatus;
  status: 'Running' | 'Completed' | 'Canceled';
  examined: number;
  total: number;
  queued: number;
  createdOn: Date;
  finishedOn?: Date;
}
