import type { ShipmentStatus } from '../../src/modules/shipping/shipment.ts';

export type CallerAction = 'update' | 'order' | 'cancel' | 'reset';

/** What a caller was told. `lost`: the connection broke or the database was away, and the action may have taken effect or not. */
export type Answer =
  | { kind: 'done'; status: ShipmentStatus; carrierBookingReference?: string | undefined }
  | { kind: 'declined' }
  | { kind: 'unsettled' }
  | { kind: 'conflict'; currentStatus?: ShipmentStatus | undefined }
  | { kind: 'lost' }
  | { kind: 'absurd'; what: string };

/** What the caller of one shipment knows, and what it therefore may find in the end. */
export interface ShipmentHistory {
  id: string;
  reference: string;
  unitCount: number;
  /** The statuses that fit all answers, once everything is settled. */
  possible: ReadonlySet<ShipmentStatus>;
  /** Where a voiding leads whose end nobody was told. Until then the shipment shows itself as `Accepted`. */
  voidingFor: ReadonlySet<ShipmentStatus>;
  instructions: ReadonlySet<string | undefined>;
  /** The bookings that the caller was told of. */
  toldBookings: readonly string[];
  answers: readonly string[];
  /** Answers that no order of events explains. */
  contradictions: readonly string[];
}

export interface Step {
  action: CallerAction;
  answer: Answer;
  /** Sent with an update. */
  instructions?: string;
  /** Sent before with the same Idempotency-Key: what the first one did counts as done by this one. */
  isRepeated?: boolean;
}

/** The sandbox carrier refuses these for ever. */
const REFUSED_REFERENCE = /^SANDBOX-REFUSE/;

export function newHistory(shipment: { id: string; reference: string; unitCount: number }): ShipmentHistory {
  return {
    ...shipment,
    possible: new Set(['Created']),
    voidingFor: new Set(),
    instructions: new Set([undefined]),
    toldBookings: [],
    answers: [],
    contradictions: [],
  };
}

/** Adds what one request brought, or several that were under way at the same moment: then any order of them is possible. */
export function record(history: ShipmentHistory, steps: readonly Step[]): ShipmentHistory {
  const refused = REFUSED_REFERENCE.test(history.reference);
  const ends = permutations(steps)
    .map((order) => order.reduce<Knowledge>((known, step) => learn(known, step, refused), history))
    .filter((known) => known.possible.size > 0);
  const said = steps.map(({ action, answer }) => `${action}: ${describe(answer)}`).join(' beside ');
  const told = steps.flatMap(({ answer }) => (answer.kind === 'done' ? (answer.carrierBookingReference ?? []) : []));
  const absurd = steps.flatMap(({ answer }) => (answer.kind === 'absurd' ? answer.what : []));
  const impossible =
    ends.length > 0 ? [] : [`'${said}' after ${[...history.possible].join(' or ')} (${history.answers.join('; ')})`];
  return {
    ...history,
    possible: ends.length === 0 ? history.possible : union(ends.map((known) => known.possible)),
    voidingFor: union(ends.map((known) => known.voidingFor)),
    instructions: steps.reduce(learnInstructions, history.instructions),
    toldBookings: [...history.toldBookings, ...told],
    answers: [...history.answers, said],
    contradictions: [...history.contradictions, ...absurd, ...impossible],
  };
}

type Knowledge = Pick<ShipmentHistory, 'possible' | 'voidingFor'>;

/** Where an action leads in the end; told anew here, so that a fault in the product's own table is not believed. */
const MOVES: Readonly<Record<CallerAction, Partial<Record<ShipmentStatus, ShipmentStatus>>>> = {
  update: { Created: 'Created' },
  order: { Created: 'Accepted' },
  cancel: { Created: 'Canceled', Accepted: 'Canceled', Declined: 'Canceled' },
  reset: { Accepted: 'Created', Declined: 'Created', Canceled: 'Created' },
};

const STATUSES = ['Created', 'Accepted', 'Declined', 'Canceled'] as const;

function learn(known: Knowledge, { action, answer, isRepeated = false }: Step, refused: boolean): Knowledge {
  const current =
    known.voidingFor.size > 0 ? union<ShipmentStatus>([known.possible, new Set(['Accepted'])]) : known.possible;
  const targetFrom = (status: ShipmentStatus): ShipmentStatus | undefined => {
    const target = MOVES[action][status];
    return target === 'Accepted' && refused ? 'Declined' : target;
  };
  const targets = new Set(STATUSES.flatMap((status) => targetFrom(status) ?? []));
  const reached = new Set([...current].flatMap((status) => targetFrom(status) ?? []));
  if (isRepeated) for (const target of targets) if (current.has(target)) reached.add(target);
  const voids = (action === 'cancel' || action === 'reset') && current.has('Accepted');
  switch (answer.kind) {
    case 'done':
      // What was done before is answered with the shipment as it is by now.
      return {
        possible:
          reached.has(answer.status) || (isRepeated && current.has(answer.status))
            ? new Set([answer.status])
            : new Set(),
        voidingFor: new Set(),
      };
    case 'declined':
      return { possible: reached.has('Declined') ? new Set(['Declined']) : new Set(), voidingFor: new Set() };
    case 'unsettled':
      // The carrier was asked and did not answer: from here on the product sees it through by itself.
      return { possible: reached, voidingFor: voids ? reached : known.voidingFor };
    case 'conflict':
      return { ...known, possible: fitting(known, current, answer.currentStatus) };
    case 'lost':
      return {
        possible: union([known.possible, reached]),
        voidingFor: voids ? union([known.voidingFor, reached]) : known.voidingFor,
      };
    case 'absurd':
      return known;
    default:
      return answer satisfies never;
  }
}

/** What remains possible when a conflict has shown the status of that moment. */
function fitting(
  known: Knowledge,
  current: ReadonlySet<ShipmentStatus>,
  seen: ShipmentStatus | undefined,
): Set<ShipmentStatus> {
  if (seen === undefined) return new Set(known.possible);
  const settled: ShipmentStatus[] = seen === 'Ordered' ? ['Accepted', 'Declined'] : [seen];
  const fits = settled.filter((status) => current.has(status));
  return fits.includes('Accepted') && known.voidingFor.size > 0
    ? union([new Set(fits.filter((status) => known.possible.has(status))), known.voidingFor])
    : new Set(fits);
}

function learnInstructions(
  known: ReadonlySet<string | undefined>,
  { answer, instructions }: Step,
): ReadonlySet<string | undefined> {
  if (instructions === undefined) return known;
  if (answer.kind === 'done') return new Set([instructions]);
  return answer.kind === 'lost' ? union([known, new Set([instructions])]) : known;
}

function describe(answer: Answer): string {
  if (answer.kind === 'done') return `${answer.status} ${answer.carrierBookingReference ?? ''}`.trim();
  return answer.kind === 'conflict' ? `conflict, ${answer.currentStatus ?? 'concurrent'}` : answer.kind;
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

function union<Item>(sets: readonly ReadonlySet<Item>[]): Set<Item> {
  return new Set(sets.flatMap((set) => [...set]));
}
