import type pg from 'pg';
import type { Aftermath } from './check-orders.ts';
import type { Arrival } from './crossing-world.ts';

/** At a webhook that is inactive they wait until it is made active again, or until what a removed one left is cleared away. */
export const WAITING_DELIVERIES = `from hooks.deliveries d join hooks.webhooks w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
  where d.status = 'Pending' and w.active`;

/** What each of these finds is amiss once everything is quiet: the name of a rule and what breaks it. */
const RULES: Readonly<Record<string, string>> = {
  'a claim is stuck': `select id || ' ' || status || ', voiding for ' || coalesce(voiding_for::text, 'nothing') || ', called until ' || called_until as what
    from shipping.consignments where voiding_for is not null or called_until > now()`,
  'a booking is nobody’s': `select c.id || ' ' || c.status as what from shipping.consignments c
    where c.status in ('Ordered', 'Accepted') and not exists (
      select from shipping.shipments s where s.tenant_id = c.tenant_id and s.id = any(c.shipment_ids) and s.consignment_id = c.id)`,
  'a shipment is held': `select id::text as what from shipping.shipments where hold is not null`,
  'an executed shipment was never scanned': `select id::text as what from shipping.shipments s
    where status = 'Executed' and not exists (
      select from shipping.tracking_events t where t.tenant_id = s.tenant_id and t.shipment_id = s.id
        and t.consignment_id = s.consignment_id and t.code = 'PickedUp')`,
  'a scan of a booking of another shipment': `select t.id::text as what from shipping.tracking_events t
    where not exists (select from shipping.consignments c where c.tenant_id = t.tenant_id and c.id = t.consignment_id
      and t.shipment_id = any(c.shipment_ids))`,
  'a scan that was not told in an event, or more than once': `select t.id::text as what from shipping.tracking_events t
    where (select count(*) from platform.events e, jsonb_array_elements(e.data->'trackingEvents') as told
      where e.tenant_id = t.tenant_id and e.subject = 'shipment/' || t.shipment_id and told->>'id' = t.id::text) <> 1`,
  'a scan that is only in an event': `select told->>'id' as what from platform.events e, jsonb_array_elements(e.data->'trackingEvents') as told
    where not exists (select from shipping.tracking_events t where t.tenant_id = e.tenant_id and t.id = (told->>'id')::uuid)`,
  'the audit of a shipment has a gap': `select resource || ' ' || coalesce(event_before, 0) || ' to ' || event_after || ' after ' || coalesce(previous, 0) as what
    from (select *, lag(event_after) over (partition by tenant_id, resource order by event_after) as previous
      from platform.audit_events where resource like 'shipment/%') as a
    where coalesce(event_before, 0) <> coalesce(previous, 0)`,
  'the audit of a shipment ends early': `select s.id || ' at ' || coalesce(max(a.event_after), 0) || ' of ' || s.event_sequence as what
    from shipping.shipments s left join platform.audit_events a on a.tenant_id = s.tenant_id and a.resource = 'shipment/' || s.id
    group by s.tenant_id, s.id, s.event_sequence having coalesce(max(a.event_after), 0) <> s.event_sequence`,
  'a version that fell, or has two states': `select subject || ' ' || type || ' at version ' || version as what from (
      select e.*, (data->>'version')::int as version, lag((data->>'version')::int) over w as previous, lag(data->>'status') over w as status
      from platform.events e where subject like 'shipment/%' window w as (partition by tenant_id, subject order by sequence)) as e
    where version < previous or (version = previous and data->>'status' <> status)`,
  'a booking lives where its profile no longer is': `select c.id::text as what from shipping.consignments c
    join sandbox_carrier.bookings b on b.tenant_id = c.tenant_id and b.booking_reference = c.booking_reference and b.voided_on is null
    join shipping.carrier_profiles p on p.tenant_id = c.tenant_id and p.id = c.profile_id where p.carrier <> 'sandbox'`,
  'several profiles have one reference': `select reference as what from shipping.carrier_profiles where deleted_on is null
    group by tenant_id, reference having count(*) > 1`,
  'a profile was changed without a record': `select p.id || ' version ' || p.version || ', records ' || count(a.id) as what
    from shipping.carrier_profiles p left join platform.audit_events a on a.tenant_id = p.tenant_id and a.resource = 'carrier-profile/' || p.id
    group by p.tenant_id, p.id, p.version having count(a.id) <> p.version`,
  'a token was made or revoked twice': `select name || ': ' || string_agg(a.action, ', ') as what from authorizing.api_tokens t
    join platform.audit_events a on a.tenant_id = t.tenant_id and a.resource = 'token/' || t.id
    group by t.tenant_id, t.id, name, revoked_on having count(*) <> 1 + (revoked_on is not null)::int`,
  'tokens were made twice': `select name as what from authorizing.api_tokens group by tenant_id, name having count(*) > 1`,
  'a key is being worked on by nobody': `select operation || ' ' || key as what from platform.idempotency_keys where status is null`,
  'a delivery waits': `select d.id::text as what ${WAITING_DELIVERIES}`,
  'an event was not delivered once': `select e.type || ' ' || e.id as what from platform.events e join hooks.webhooks w on w.tenant_id = e.tenant_id
    where w.ordering = 'per-subject' and split_part(e.type, '.', 1) in ('shipment', 'consignment') and e.time >= w.created_on
      and (select count(*) from hooks.deliveries d where d.tenant_id = e.tenant_id and d.webhook_id = w.id and d.event_id = e.id
        and d.status = 'Succeeded' and d.attempts = 1) <> 1`,
};

/** What is broken of what must hold in the database. */
export async function checkCrossedRows(database: pg.Client): Promise<string[]> {
  const faults: string[] = [];
  for (const [rule, query] of Object.entries(RULES)) {
    const { rows } = await database.query<{ what: string }>(query);
    faults.push(...rows.map(({ what }) => `${rule}: ${what}`));
  }
  return faults;
}

/** What the steady webhook's receiver was sent: everything once, and each subject's in order. */
export function checkArrivals(arrived: readonly Arrival[], { events }: Pick<Aftermath, 'events'>): string[] {
  const steady = arrived.filter(({ path }) => path.endsWith('/steady'));
  const wanted = events.filter(({ type }) => /^(shipment|consignment)\./.test(type));
  const faults: string[] = [];
  for (const [subject, all] of Map.groupBy(wanted, (event) => event.subject)) {
    const came = steady.filter((each) => each.subject === subject).map(({ sequence }) => sequence);
    const sent = all.map(({ sequence }) => sequence).toSorted((one, other) => one - other);
    if (came.join() !== sent.join()) faults.push(`of ${subject} arrived ${came.join()} instead of ${sent.join()}`);
  }
  return faults;
}
