/** One item that there is not enough of. */
export interface Shortage {
  sku: string;
  wanted: bigint;
  available: bigint;
}

/** What was asked may have been done or not: the same call, repeated, tells. */
export class DependencyUnavailable extends Error {
  override readonly name = 'DependencyUnavailable';
  readonly dependency: 'inventory' | 'payment system';
  /** It was asked and did not answer in time; else it could not be asked, or said that it cannot. */
  readonly isTimeout: boolean;

  constructor(dependency: DependencyUnavailable['dependency'], options: { isTimeout?: boolean; cause?: unknown } = {}) {
    super(`the ${dependency} ${options.isTimeout === true ? 'did not answer in time' : 'is unavailable'}`, {
      cause: options.cause,
    });
    this.dependency = dependency;
    this.isTimeout = options.isTimeout ?? false;
  }
}
