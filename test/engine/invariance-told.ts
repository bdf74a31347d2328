import { Readable } from 'node:stream';
import type { Engine } from '../../src/adapters/engine/api.ts';
import type { RunName } from '../../src/adapters/engine/run-name.ts';
import { engineSource, type EngineSourceOptions } from '../../src/adapters/engine/source.ts';
import { examine } from '../../src/check/examine.ts';
import type { OpenImage } from '../../src/ports.ts';

const never = new AbortController().signal;

/** Everything that is told of an image but where it was read, and what is known of its blobs there. */
export async function measured(opened: OpenImage): Promise<string> {
  const { source: _source, blobs: _blobs, ...facts } = opened.facts;
  const wanted = { reads: ['/etc/passwd', '/lib'], gathers: ['secrets-of-all-layers'] } as const;
  const { measurement, bodies, secrets } = await examine(opened, wanted, never);
  const { pull: _pull, perLayer, ...numbers } = measurement;
  const layers = perLayer.map(({ blob: _blob, ...layer }) => layer);
  const texts = [...bodies].map(([path, body]) => [path, Buffer.from(body).toString()]);
  return JSON.stringify({ facts, numbers, layers, texts, secrets }, null, 1);
}

/** An image that engines are given, are asked about, and lose again. */
export interface GivenImage {
  readonly run: RunName;
  readonly tag: string;
  /** In the form that every engine takes. */
  readonly archive: Buffer;
}

/** @throws Error with what the engine said when it did not take it. */
export async function load(engine: Engine, { archive }: GivenImage): Promise<void> {
  const tar = Readable.from([archive]);
  const answer = await engine.stream({ what: 'loading', method: 'POST', path: '/images/load', tar }, never);
  let said = '';
  for await (const chunk of answer) said += String(chunk);
  if (!said.includes('Loaded image')) throw new Error(said);
}

/** @returns also why the engine was asked for the whole image, where it was. */
export async function measuredEngine(engine: Engine, { run, tag }: GivenImage, options: EngineSourceOptions = {}) {
  const notes: string[] = [];
  const source = engineSource(engine, run, { ...options, note: (text) => notes.push(text) });
  const told = await measured(await source.open({ kind: 'engine', reference: tag }, undefined, never));
  return { told, notes };
}

/** What a told measurement owes to the layers alone. */
export function ofLayers(told: string): object {
  const { numbers, layers, texts, facts, secrets } = JSON.parse(told);
  const { imageId: _imageId, config: _config, ...counted } = numbers;
  return { counted, layers, texts, secrets, diffIds: facts.diffIds, history: facts.history };
}

/** What a told measurement owes to the records in the layers, in whatever tars they stand. */
export function ofRecords(told: string): object {
  const { diffIds: _diffIds, ...rest } = JSON.parse(JSON.stringify(ofLayers(told), withoutDiffId));
  return rest;
}

const withoutDiffId = (key: string, value: unknown): unknown => (key === 'diffId' ? undefined : value);
