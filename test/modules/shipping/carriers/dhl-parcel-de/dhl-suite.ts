import type { CarrierSuite } from '../carrier-world.ts';
import { startDhlParcelDeStandIn } from './dhl-parcel-de-stand-in.ts';

export const CREDENTIALS = { apiKey: 'app-key', username: 'portal-user', password: 'portal-secret' };
export const BILLING_NUMBERS = { V01PAK: '33333333330102', V53WPAK: '33333333335301', dhlRetoure: '33333333330701' };

/** A unit that the stand-in refuses for its weight. */
export const REFUSED_WEIGHT = { value: 31_337, unit: 'g' };

/** Of DHL Parcel DE's own stand-in. */
export async function dhlSuite(): Promise<CarrierSuite> {
  return {
    standIn: await startDhlParcelDeStandIn(),
    profile: {
      carrier: 'dhl-parcel-de',
      environment: 'test',
      credentials: CREDENTIALS,
      settings: { billingNumbers: BILLING_NUMBERS },
      productCode: 'V01PAK',
    },
    shipment: {},
    label: { accept: 'application/pdf', begins: '%PDF-' },
    canFind: false,
    toldDelivery: 'DLVRD/ACCPT/ZU',
  };
}
