import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** What a receiver was sent. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  receivedOn: Date;
}

/** What a receiver was sent, as far as it can be read. */
export interface Arrived extends Received {
  id: string;
  subject: string;
  /** What a receiver that knows the secret would say against it there and then. */
  flaw?: string;
}

/** Signed just before it is sent, on the same machine; the package's own tolerance is five minutes. */
const MAX_SIGNATURE_AGE_SECONDS = 30;

/** To be asked at the moment of the receipt: the package compares the signature's time with the clock. */
export function receive({ headers, body, receivedOn }: Received, secret: string): Arrived {
  const id = String(headers['webhook-id']);
  const { subject = '', id: eventId } = JSON.parse(body) as { subject?: string; id?: string };
  const flaw = findFlaw(headers, body, receivedOn, secret) ?? (id === eventId ? undefined : 'is named after another');
  return { headers, body, receivedOn, id, subject, ...(flaw === undefined ? {} : { flaw }) };
}

function findFlaw(headers: IncomingHttpHeaders, body: string, receivedOn: Date, secret: string): string | undefined {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
  } catch (error) {
    return `cannot be verified: ${String(error)}`;
  }
  const ageSeconds = Math.abs(receivedOn.getTime() / 1_000 - Number(headers['webhook-timestamp']));
  return ageSeconds > MAX_SIGNATURE_AGE_SECONDS ? `was signed ${ageSeconds.toFixed(0)} s before` : undefined;
}

/** What was promised of shipments that were created once each, and is not so in what arrived about them. */
export function checkHooks(shipmentIds: ReadonlySet<string>, arrived: readonly Arrived[]): string[] {
  const bySubject = Map.groupBy(arrived, ({ subject }) => subject);
  const violations = [...shipmentIds]
    .filter((id) => !bySubject.has(`shipment/${id}`))
    .map((id) => `the event of shipment ${id} never arrived`);
  for (const [subject, all] of bySubject) {
    if (!shipmentIds.has(subject.replace('shipment/', ''))) violations.push(`${subject} is nobody's shipment`);
    const ids = new Set(all.map(({ id }) => id));
    if (ids.size !== 1) violations.push(`${subject} arrived under ${ids.size} ids`);
    if (new Set(all.map(({ body }) => body)).size !== 1) violations.push(`${subject} arrived with different bytes`);
  }
  for (const [id, all] of Map.groupBy(arrived, (each) => each.id)) {
    if (new Set(all.map(({ subject }) => subject)).size !== 1) violations.push(`${id} is the id of several events`);
  }
  return [...violations, ...arrived.flatMap(({ subject, flaw }) => (flaw === undefined ? [] : [`${subject} ${flaw}`]))];
}
