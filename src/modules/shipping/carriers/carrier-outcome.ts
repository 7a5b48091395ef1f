/** The call ended and nobody can say from here whether the carrier acted on it: time-out, lost connection, 5xx, an unreadable answer. */
export class CarrierOutcomeUnknown extends Error {
  override readonly name: string = 'CarrierOutcomeUnknown';
  /** What was answered, where something was. */
  readonly answerText: string | undefined;

  constructor(message: string, options: { cause?: unknown; answerText?: string } = {}) {
    super(message, { cause: options.cause });
    this.answerText = options.answerText;
  }
}

/** The call ended without an answer and surely without an effect: no connection, 429, an open circuit, a full queue. */
export class CarrierNotReached extends CarrierOutcomeUnknown {
  override readonly name: string = 'CarrierNotReached';
}

/** Nothing was sent: the profile's credentials were sealed under another SECRET_KEY, or for another row. */
export class CredentialsUnreadable extends CarrierNotReached {
  override readonly name: string = 'CredentialsUnreadable';

  constructor(reference: string, cause: unknown) {
    super(`the credentials of carrier profile ${reference} cannot be opened: give them anew`, { cause });
  }
}

/** Asked whether it has a booking, the carrier answered, and its answer says neither that it has nor that it has not. */
export class CarrierAnswerUnclear extends CarrierOutcomeUnknown {
  override readonly name: string = 'CarrierAnswerUnclear';
}

/** The carrier does not accept the account: 401 or 403. Nothing was done, and nothing will be until the profile is mended. */
export class CarrierAccountRejected extends Error {
  override readonly name: string = 'CarrierAccountRejected';
  readonly carrierErrorCode: string;
  readonly carrierMessage: string;

  constructor(carrierErrorCode: string, carrierMessage: string) {
    super(`The carrier does not accept the account: ${carrierErrorCode} ${carrierMessage}`);
    this.carrierErrorCode = carrierErrorCode;
    this.carrierMessage = carrierMessage;
  }
}
