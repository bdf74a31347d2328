import type { LayerCache } from '../../archive/layer-cache.ts';

/** How an engine's images are read. */
export interface EngineSourceOptions {
  /** `auto`: from what the engine keeps of the layers where it can be had, else by export; `stream`: by export alone. */
  readonly mode?: 'auto' | 'stream';
  /** Takes why the engine's own files could not be used, for a log. */
  readonly note?: (text: string) => void;
  /** Layers that were read before; without one nothing is kept. */
  readonly cache?: LayerCache;
}
