/** The specification's own example, with which every contestant is asked to create a shipment. */
export const EXAMPLE_SHIPMENT = {
  reference: 'ORD-2026-00123',
  carrierReference: 'DHLPX',
  serviceLevelReference: 'DFY-B2C',
  addresses: {
    sender: {
      companyName: 'Acme Corp',
      street: 'Hoofdweg 123',
      city: 'Amsterdam',
      postCode: '1012AB',
      countryCode: 'NL',
    },
    receiver: {
      contactName: 'John Doe',
      street: 'Berliner Str. 45',
      city: 'Berlin',
      postCode: '10115',
      countryCode: 'DE',
    },
  },
  handlingUnits: [
    {
      reference: 'PKG-001',
      weight: { value: 2.5, unit: 'kg' as const },
      dimensions: { length: 30, width: 20, height: 15, unit: 'cm' as const },
    },
  ],
};

/** What the product makes of the weight and the dimensions above. */
export const EXAMPLE_MEASURES = { weightGrams: 2_500, dimensionsMillimetres: { length: 300, width: 200, height: 150 } };

/** The page of the list that every contestant is asked for. */
export const PAGE_SIZE = 50;

export const SHIPMENTS_PATH = '/api/shipping/v2/shipments';
