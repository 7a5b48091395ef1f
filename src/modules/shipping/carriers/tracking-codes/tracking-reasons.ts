/** Why a parcel has the standardised code it has, where the carrier says so: the closed vocabulary of `TrackingEvent.reason`. */
export const TRACKING_REASONS = {
  // Of the handing over by the sender. The parcel is not in the carrier's hands.
  pickupAddressIncorrect: 'The address to collect from is wrong or unknown.',
  pickupClosed: 'Nobody was there to hand the parcel over, or the sender was closed.',
  pickupFailed: 'The parcel was not collected; the carrier gives no cause or one of its own.',
  pickupMissed: 'The carrier came too late, could not come, or had no room.',
  pickupNotReady: 'There was nothing to collect, or it was not ready.',
  pickupRefused: 'The carrier would not take the parcel or the order, or the sender would not hand it over.',

  // Of the address and the recipient.
  addressIncorrect: 'The address is wrong or incomplete.',
  noAccess: 'The courier could not get to the door.',
  recipientAbsent: 'Nobody was there to accept the parcel.',
  recipientClosed: 'The recipient’s business was closed.',
  recipientMoved: 'The recipient has moved away.',
  recipientNotIdentified: 'Identity, age, delivery code or signature could not be had.',
  recipientRefused: 'The recipient would not accept the parcel.',
  recipientRequest: 'The recipient asked for it, or agreed to it.',
  recipientUnknown: 'Nobody of that name is at the address.',
  notCollected: 'The parcel was not fetched in time.',
  undeliverable: 'The parcel cannot be delivered, and the carrier does not say why.',

  // Of the sender.
  instructionsNeeded: 'The carrier waits to be told what to do.',
  senderRequest: 'The sender asked for it, or agreed to it beforehand.',

  // Of money. Duties and taxes have reasons of their own.
  paymentDue: 'A charge or the cash on delivery has not been paid.',
  paymentReceived: 'A charge, a duty or the cash on delivery has been paid or passed on.',

  // Of customs.
  customsCleared: 'Customs or the broker has released the parcel.',
  customsDelayed: 'Clearance takes longer than planned.',
  customsDocumentsMissing: 'Customs papers or information are missing or wrong.',
  customsInspection: 'Customs examines the parcel.',
  customsPaymentDue: 'Duties or taxes have not been paid.',
  customsRefused: 'Customs has refused the parcel.',

  // Of the carrier's work.
  carrierCapacity: 'The carrier lacked vehicles, people or room.',
  carrierLate: 'The parcel missed the tour, or the courier ran out of time.',
  handedToPartner: 'Another carrier has the parcel now.',
  investigation: 'The carrier is looking for the parcel or into what happened to it.',
  misrouted: 'The parcel was sorted or sent to the wrong place.',
  parcelShopUnavailable: 'The parcel shop, locker or post office was closed, full, out of order or too small.',
  pieceMissing: 'The carrier expected the parcel and does not have it.',
  recordClosed: 'The carrier ended its record without saying what became of the parcel.',
  serviceChanged: 'The carrier’s product was changed under way.',
  technicalProblem: 'A vehicle, a machine or a system broke down.',

  // Of the world.
  forceMajeure: 'Nobody could help it.',
  holiday: 'A holiday, public or the recipient’s.',
  strike: 'Industrial action.',
  traffic: 'Congestion on the road or in the air.',
  weather: 'Bad weather.',

  // Of the parcel itself.
  conditionsViolated: 'The parcel breaks the carrier’s conditions.',
  damaged: 'The parcel or its contents are damaged.',
  dangerousGoods: 'A matter of dangerous goods.',
  dataMissing: 'The carrier has the parcel and not its data.',
  disposed: 'The parcel was destroyed or disposed of and will not arrive.',
  documentsMissing: 'Papers that have to come with the parcel are missing.',
  incomplete: 'Of several units or contents some are missing.',
  labelUnreadable: 'The label is missing, damaged or unreadable.',
  oversized: 'Too large or too heavy.',
  packagingInadequate: 'Goods or packaging are not fit for transport.',
  repacked: 'The carrier packed the parcel anew.',
  securityCheck: 'The parcel is being or was screened.',
  seizedByAuthority: 'An authority has taken or stopped the parcel.',

  // Of the way it is or will be delivered.
  acceptedByOther: 'Someone else at the address, or someone authorised, accepted it.',
  collected: 'The recipient fetched it.',
  deliveryPreference: 'A day, a time or a place of delivery was chosen or announced.',
  deliveryRescheduled: 'Delivery was put off to another time.',
  leftAtSafePlace: 'Left at an agreed place.',
  leftInMailbox: 'Left in the recipient’s mailbox, parcel box or post office box.',
  leftWithNeighbour: 'A neighbour accepted it.',
  partlyDelivered: 'Some of the units were delivered.',
  redirected: 'Goes to another address or collection point than the first.',
} as const satisfies Readonly<Record<string, string>>;
export type TrackingReason = keyof typeof TRACKING_REASONS;
