import { Type } from '@sinclair/typebox';

export const MyDhlEvent = Type.Object({
  /** `2026-12-02` */
  date: Type.String(),
  /** `08:15:00` */
  time: Type.String(),
  /** `+01:00` */
  GMTOffset: Type.String(),
  typeCode: Type.String(),
  description: Type.String(),
  /** DHL names the service area, "Brussels-BE", and no address. */
  serviceArea: Type.Object({ description: Type.String() }),
});

/** What tracking tells of a shipment. */
export const MyDhlTrackedShipment = Type.Object({
  shipmentTrackingNumber: Type.String(),
  shipperReferences: Type.Array(Type.Object({ value: Type.String() })),
  events: Type.Array(MyDhlEvent),
  pieces: Type.Array(Type.Object({ trackingNumber: Type.String(), events: Type.Array(MyDhlEvent) })),
});

/** The answer to `GET /tracking`, be it asked by waybills or by our reference. */
export const MyDhlTrackingAnswer = Type.Object({ shipments: Type.Array(MyDhlTrackedShipment) });
