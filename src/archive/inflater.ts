import { formatBytes } from '../units.ts';
import { tooLarge, type ArchiveLimits } from './limits.ts';

/** Takes inflated bytes. @returns a promise while it cannot take more. */
export type DataHandler = (inflated: Buffer) => Promise<void> | undefined;

/** Inflates what is pushed and hands it on in order. */
export interface Inflater {
  /** Takes a copy of the piece. @returns a promise to wait for before pushing more, when much is waiting. */
  push(piece: Uint8Array): Promise<void> | undefined;
  /** Resolves when the last byte has been handed on. @throws UserError `broken-archive`, `too-large` */
  end(): Promise<void>;
  /** Stops the work; nothing is handed on any more. */
  destroy(): void;
}

/** Refuses data that was packed to burst: counted against the limits while it comes out. */
export class RatioMeter {
  readonly #where: string;
  readonly #limits: ArchiveLimits;
  #input = 0;
  #output = 0;

  constructor(where: string, limits: ArchiveLimits) {
    this.#where = where;
    this.#limits = limits;
  }

  addInput(bytes: number): void {
    this.#input += bytes;
  }

  addOutput(bytes: number): void {
    this.#output += bytes;
    const { maxRatio, ratioFromBytes, maxLayerBytes } = this.#limits;
    if (this.#output > ratioFromBytes && this.#output > maxRatio * this.#input) {
      const ratio = Math.floor(this.#output / Math.max(1, this.#input));
      throw tooLarge('inflates to far more than it takes', this.#where, `${maxRatio}:1`, `${ratio}:1`);
    }
    if (this.#output > maxLayerBytes) {
      const got = `more than ${formatBytes(this.#output)}`;
      throw tooLarge('inflates to more than this tool reads', this.#where, formatBytes(maxLayerBytes), got);
    }
  }
}
