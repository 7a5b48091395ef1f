import { auditRecords, insertAudit } from '../../platform/audit.ts';
import { conclude } from '../../platform/conclude.ts';
import { type Database, query, type Statement } from '../../platform/database.ts';
import type { ExchangeRate } from './convert-currency.ts';

/** `r` is rates.exchange_rates. Without trailing zeros, however many places the column has. */
const COLUMNS = `r.base, r.quote, trim_scale(r.rate)::text as rate, r.valid_from::text as "validFrom"`;

const SAVE: Statement = {
  name: 'save-exchange-rates',
  text: `with saved as (
      insert into rates.exchange_rates as r (tenant_id, base, quote, valid_from, rate, updated_on)
      select $1, $2, e.currency, $3, e.rate, $4 from jsonb_to_recordset($5::jsonb) as e(currency text, rate numeric)
      on conflict (tenant_id, base, quote, valid_from) do update set rate = excluded.rate, updated_on = excluded.updated_on
      returning ${COLUMNS}),
    audit as (${insertAudit('$1', '$6', '(select 1 limit 1) as one')})
    select * from saved order by base, quote`,
};

/** Writes the rates of one base and day; what there was for the same day is replaced. */
export function saveExchangeRates(
  db: Database,
  tenantId: string,
  sheet: { base: string; validFrom: string; rates: readonly { currency: string; rate: string }[] },
  now: Date,
): Promise<ExchangeRate[]> {
  const { base, validFrom, rates } = sheet;
  const audit = auditRecords([{ resource: `exchange-rates/${base}-${validFrom}`, after: sheet }]);
  const values = [tenantId, base, validFrom, now, JSON.stringify(rates), audit];
  return conclude<ExchangeRate & Record<string, unknown>>(db, SAVE, values, (rows) => rows.length > 0);
}

const LIST: Statement = {
  name: 'list-exchange-rates',
  text: `with found as (
      select * from rates.exchange_rates r where r.tenant_id = $1
        and ($2::text is null or r.base = $2) and ($3::text is null or r.quote = $3))
    select counted.total, page.* from (select count(*)::int as total from found) as counted
    left join (select ${COLUMNS} from found r order by r.valid_from desc, r.base, r.quote limit $4 offset $5) as page on true
    order by page."validFrom" desc, page.base, page.quote`,
};

export async function listExchangeRates(
  db: Database,
  tenantId: string,
  filter: { base?: string; quote?: string; limit: number; offset: number },
): Promise<{ items: ExchangeRate[]; total: number }> {
  const { base = null, quote = null, limit, offset } = filter;
  const rows = await query<ExchangeRate & { total: number }>(db.pool, LIST, [tenantId, base, quote, limit, offset]);
  return {
    items: rows.filter((row) => row.base !== null).map(({ total: _total, ...rate }) => rate),
    total: rows[0]?.total ?? 0,
  };
}

// The pairs are few and the days are many: each pair is stepped to, and its newest day is looked up.
const NEWEST: Statement = {
  name: 'newest-exchange-rates',
  text: `with recursive pairs as (
      (select base, quote from rates.exchange_rates where tenant_id = $1 order by base, quote limit 1)
      union all
      select next.base, next.quote from pairs p, lateral (
        select base, quote from rates.exchange_rates where tenant_id = $1 and (base, quote) > (p.base, p.quote)
        order by base, quote limit 1) as next)
    select newest.* from pairs p, lateral (
      select ${COLUMNS} from rates.exchange_rates r
      where r.tenant_id = $1 and r.base = p.base and r.quote = p.quote and r.valid_from <= $2
      order by r.valid_from desc limit 1) as newest`,
};

/** What holds on a day: of each pair of currencies the newest rate that began on it or before. */
export function findExchangeRates(db: Database, tenantId: string, date: string): Promise<ExchangeRate[]> {
  return query<ExchangeRate & Record<string, unknown>>(db.pool, NEWEST, [tenantId, date]);
}
