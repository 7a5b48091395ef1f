import { Type } from '@sinclair/typebox';
import { StringEnum } from '../../../platform/schema.ts';
import type { ShipmentAction } from '../shipment.ts';
import { SHIPMENT_STATUSES } from './shipment-schemas.ts';

const TRANSITIONS = ['update', 'order', 'cancel', 'reset'] as const satisfies readonly ShipmentAction[];

/** What problems of this service tell beside what every problem tells. */
export const PROBLEM_MEMBERS = {
  currentStatus: StringEnum(SHIPMENT_STATUSES, {
    description: 'The status of the shipment, which does not allow this.',
  }),
  allowedTransitions: Type.Array(StringEnum(TRANSITIONS), {
    description: 'Of `invalid-state-transition`: what the status allows.',
  }),
  carrier: Type.String({ description: 'The reference of the carrier profile.' }),
  carrierErrorCode: Type.String({ description: "The carrier's own code for what it refuses." }),
  carrierMessage: Type.String({ description: "The carrier's own words." }),
  retryable: Type.Boolean({ description: 'Whether the carrier may say yes to the same request later.' }),
  carrierBookingReference: Type.String({
    description: "The carrier's number of a booking that stands, or that it does not have.",
  }),
  handlingUnitNumbers: Type.Array(Type.Integer(), { description: 'The handling units without a label, from 1.' }),
  availableCarriers: Type.Array(Type.String(), { description: 'Of `unknown-carrier`: the references that there are.' }),
  availableServiceLevels: Type.Array(Type.String(), {
    description: 'Of `unknown-service-level`: the references that the carrier profile offers.',
  }),
  servedCountries: Type.Array(Type.String(), {
    description: 'Of `country-not-served`: the ISO 3166-1 codes that the carrier profile serves.',
  }),
  exchanges: Type.Array(Type.Unsafe({ $ref: '#/components/schemas/CarrierExchange' }), {
    description: 'Of a verification that the carrier did not answer: what was said to it.',
  }),
  availableFormats: Type.Array(Type.String(), { description: 'Of `not-acceptable`: the media types that there are.' }),
};
