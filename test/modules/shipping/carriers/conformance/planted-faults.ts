/** A fault that a carrier's document must see: a judge that refuses nothing would be none. */
export interface PlantedFault {
  operation: string;
  name: string;
  /** In the JSON of the body: what is put at the place, nothing where it is taken away. */
  json?: { place: readonly (string | number)[]; value?: unknown };
  /** In the query: the name that is taken away, or given another value. */
  query?: { name: string; value?: string };
}

/** A request that a fault is planted in. */
interface Planted {
  /** With the query. */
  path: string;
  body: string;
}

/** Whether the request has the place that the fault is planted at. */
export function isPlantedIn({ path, body }: Planted, { json, query }: PlantedFault): boolean {
  if (query !== undefined) return new URLSearchParams(path.split('?', 2)[1]).has(query.name);
  if (json === undefined || body === '') return false;
  const [last, container] = lastStep(JSON.parse(body), json.place);
  // What is added needs no more than the container; what is changed or taken away must be there.
  return container !== undefined && (json.value !== undefined || last in container);
}

export function plant<Request extends Planted>(request: Request, { json, query }: PlantedFault): Request {
  if (query !== undefined) {
    const [path = '', search] = request.path.split('?', 2);
    const params = new URLSearchParams(search);
    if (query.value === undefined) params.delete(query.name);
    else params.set(query.name, query.value);
    return { ...request, path: `${path}?${params}` };
  }
  if (json === undefined) return request;
  const body: unknown = JSON.parse(request.body);
  const [last, container] = lastStep(body, json.place);
  if (container !== undefined) {
    if (json.value === undefined) delete container[last];
    else container[last] = json.value;
  }
  return { ...request, body: JSON.stringify(body) };
}

type Container = Record<string | number, unknown>;

function lastStep(root: unknown, place: readonly (string | number)[]): [string | number, Container | undefined] {
  const container = place
    .slice(0, -1)
    .reduce<unknown>(
      (inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Container)[step] : undefined),
      root,
    );
  const found = typeof container === 'object' && container !== null ? (container as Container) : undefined;
  return [place.at(-1) ?? '', found];
}
