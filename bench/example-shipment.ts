import { shipmentInputExample } from '../src/modules/shipping/v2/shipment-examples.ts';

/** The specification's own example, with which every contestant is asked to create a shipment. */
export const EXAMPLE_SHIPMENT = shipmentInputExample;

/** What the product makes of the weight and the dimensions above. */
export const EXAMPLE_MEASURES = { weightGrams: 2_500, dimensionsMillimetres: { length: 300, width: 200, height: 150 } };

/** The page of the list that every contestant is asked for. */
export const PAGE_SIZE = 50;

export const SHIPMENTS_PATH = '/api/shipping/v2/shipments';
