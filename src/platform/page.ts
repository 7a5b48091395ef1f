import { Type } from '@sinclair/typebox';
import { Link, ref } from './schema.ts';

/** The parameters of every list. */
export const Limit = Type.Integer({
  minimum: 1,
  maximum: 200,
  default: 50,
  description: 'How many to return, 1 to 200.',
});
export const Offset = Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0, description: 'How many to skip.' });

/** What a list takes that has no filters. */
export const PageQuery = Type.Object({ limit: Limit, offset: Offset }, { additionalProperties: false });

export const PageLinks = Type.Object(
  { self: ref(Link), next: Type.Optional(ref(Link)), prev: Type.Optional(ref(Link)) },
  { $id: 'PageLinks', description: 'The neighbouring pages, with the same filters.' },
);

/** What every page has beside its `items`. */
export const pageFields = {
  total: Type.Integer({ minimum: 0, description: 'How many there are in all.' }),
  limit: Type.Integer(),
  offset: Type.Integer(),
  _links: ref(PageLinks),
};

/** How far beyond a page is counted where an exact total of millions would cost more than the page. */
export const COUNT_BEYOND = 1_000;

/** What such a page has beside its `items`. */
export const countedPageFields = {
  ...pageFields,
  total: Type.Integer({
    minimum: 0,
    description: `Exact up to ${COUNT_BEYOND} beyond this page; where there are more, it says less than there are.`,
  }),
};

export interface Page<Item> {
  items: Item[];
  total: number;
  limit: number;
  offset: number;
}

type LinkedPage<Item> = Page<Item> & {
  _links: Record<'self', { href: string }> & Partial<Record<'next' | 'prev', { href: string }>>;
};

/** Pages of a service with links to their neighbours that keep every filter as it was sent. @param base what all its paths begin with */
export function pagesUnder(base: string) {
  return <Item>(path: string, filters: Readonly<Record<string, unknown>>, page: Page<Item>): LinkedPage<Item> =>
    linkedPage(`${base}${path}`, filters, page);
}

function linkedPage<Item>(
  path: string,
  filters: Readonly<Record<string, unknown>>,
  page: Page<Item>,
): LinkedPage<Item> {
  const { items, total, limit, offset } = page;
  const link = (at: number): { href: string } => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filters, limit, offset: at })) {
      for (const each of Array.isArray(value) ? value : [value])
        if (each !== undefined) parameters.append(name, String(each));
    }
    return { href: `${path}?${parameters}` };
  };
  return {
    items,
    total,
    limit,
    offset,
    _links: {
      self: link(offset),
      ...(offset + items.length < total && items.length > 0 ? { next: link(offset + limit) } : {}),
      ...(offset > 0 ? { prev: link(Math.max(0, Math.min(offset, total) - limit)) } : {}),
    },
  };
}
