export interface LabelAddress {
  companyName?: string;
  contactName?: string;
  street: string;
  houseNumber?: string;
  addressLine2?: string;
  city: string;
  postCode?: string;
  stateCode?: string;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  phone?: string;
}

/** What is printed on the label of one handling unit. Text of any script and length is accepted. */
export interface LabelFields {
  carrierName: string;
  serviceName: string;
  /** 18 digits, check digit included; becomes the GS1-128 symbol with AI (00). */
  sscc: string;
  /** What the routing symbol carries, such as `2LDE10115+01000001`: 1 to 48 printable ASCII characters. */
  routingCode: string;
  trackingReference: string;
  bookingReference: string;
  shipmentReference: string;
  handlingUnitReference?: string;
  sender: LabelAddress;
  receiver: LabelAddress;
  weightGrams: number;
  dimensionsMillimetres?: { length: number; width: number; height: number };
  unitNumber: number;
  unitCount: number;
  /** YYYY-MM-DD. */
  shippedOn: string;
  instructions?: string;
}
