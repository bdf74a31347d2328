import type {
  Builder,
  BuildRequest,
  Checkout,
  Clock,
  ContextScale,
  ImageSource,
  Progress,
  RegistryLists,
} from '../ports.ts';

/** What a run works with: the ports, and the signal that stops it. */
export interface Workshop {
  readonly builder: Builder;
  /** What builds are for unless they are told: `linux/amd64`. @throws UserError `docker-unavailable` */
  readonly builderPlatform: () => Promise<string>;
  readonly contexts: ContextScale;
  readonly images: ImageSource;
  readonly registries: RegistryLists;
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
