import { notFound } from '../../platform/problem.ts';
import type { Principal } from '../../platform/principal.ts';
import type { ShippingDeps } from './deps.ts';
import { labelFormatNotAvailable, labelsNotAvailable } from './errors.ts';
import { type LabelFormat, type LabelLayout, PNG_MAX_LABELS, renderLabels } from './labels/render-labels.ts';
import { findShipment } from './shipment-repository.ts';
import { findLabels } from './tracking-repository.ts';

export interface LabelDocument {
  mediaType: string;
  content: Uint8Array;
}

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  zpl: 'application/zpl',
  png: 'image/png',
} as const satisfies Record<LabelFormat, string>;

/** What the client may ask for in `Accept`; printers' software knows ZPL under several names. */
const FORMATS_BY_MEDIA_TYPE: Readonly<Record<string, LabelFormat>> = {
  'application/pdf': 'pdf',
  'application/zpl': 'zpl',
  'application/x-zpl': 'zpl',
  'x-application/zpl': 'zpl',
  'text/zpl': 'zpl',
  'image/png': 'png',
  'image/*': 'png',
  'application/*': 'pdf',
  '*/*': 'pdf',
};

/**
 * The labels of an accepted shipment, one for each handling unit, in the asked format.
 * @throws not-found (404), not-acceptable (406), labels-not-available (409)
 */
export async function getLabels(
  deps: Pick<ShippingDeps, 'db'>,
  principal: Pick<Principal, 'tenantId'>,
  shipmentId: string,
  asked: { format?: LabelFormat; accept?: string; layout: LabelLayout },
): Promise<LabelDocument> {
  const format = asked.format ?? chooseFormat(asked.accept);
  const shipment = await findShipment(deps.db, principal.tenantId, shipmentId);
  if (shipment === undefined) throw notFound('shipment', shipmentId);
  if (shipment.consignmentId === undefined || (shipment.status !== 'Accepted' && shipment.status !== 'Executed')) {
    throw labelsNotAvailable(shipment.status);
  }
  const labels = await findLabels(deps.db, principal.tenantId, shipmentId, shipment.consignmentId);
  if (format === 'png' && labels.length > PNG_MAX_LABELS) {
    throw labelFormatNotAvailable(`PNG for more than ${PNG_MAX_LABELS} handling units`, ['pdf', 'zpl']);
  }
  return { mediaType: MEDIA_TYPES[format], content: await renderLabels(labels, { format, layout: asked.layout }) };
}

/** RFC 9110 section 12.5.1, as far as three media types need it: the heaviest one that is known. */
function chooseFormat(accept: string | undefined): LabelFormat {
  if (accept === undefined || accept.trim() === '') return 'pdf';
  const wishes = accept
    .slice(0, 1_000)
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
      return { format: FORMATS_BY_MEDIA_TYPE[type.trim()], weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter((wish) => wish.format !== undefined && wish.weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const best = wishes[0]?.format;
  if (best === undefined) throw labelFormatNotAvailable(accept.slice(0, 100), Object.values(MEDIA_TYPES));
  return best;
}
