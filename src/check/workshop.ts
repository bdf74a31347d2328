import type { Builder, BuildRequest, Checkout, Clock, ImageSource, Progress } from '../ports.ts';

/** What a run works with: the ports, and the signal that stops it. */
export interface Workshop {
  readonly builder: Builder;
  readonly images: ImageSource;
  readonly checkout: Checkout;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** How builds are done; the same for every variant. */
export type BuildOptions = Pick<
  BuildRequest,
  'builder' | 'secrets' | 'ssh' | 'cacheFrom' | 'cacheTo' | 'buildContexts' | 'noCache' | 'pull' | 'network'
>;
