import { fleetOf } from '../../src/audit/fleet/fleet.ts';
import type { AuditedImage, AuditResult } from '../../src/result/audit.ts';
import { aDigest } from './results.ts';

/** Where an image is referred to, in made-up results of audits. */
export const use = (file: string, line = 1) => ({
  from: 'compose' as const,
  what: 'service a',
  written: 'a',
  place: { file, line },
});

/** Layers with DiffIDs by name, a kilobyte a letter. */
export const layers = (...names: readonly string[]) =>
  names.map((name) => ({ diffId: aDigest(name), unpackedBytes: name.length * 1000 }));

/** One audited image, with a layer of its own name unless told otherwise. */
export const image = (name: string, details: Partial<AuditedImage> = {}): AuditedImage => {
  const own = details.layers ?? layers(name);
  return {
    name,
    source: `registry:${name}`,
    platform: 'linux/amd64',
    imageId: aDigest(`id of ${name}`),
    role: 'image',
    unpackedBytes: own.reduce((sum, layer) => sum + (layer.unpackedBytes ?? 0), 0),
    layers: own,
    uses: [use('compose.yaml')],
    findings: [],
    notRun: [],
    passed: [],
    ...details,
  };
};

/** The result of an audit in which all went well, but for the details. */
export const anAudit = (details: Partial<AuditResult>): AuditResult => ({
  schemaVersion: 1,
  kind: 'audit',
  tool: { name: 'plimsoll', version: '1.0.0' },
  outcome: 'pass',
  exitStatus: 0,
  run: { id: 'r', plan: aDigest('plan'), day: '2026-11-21', planned: 1 },
  verdict: { failOn: 'error', warnOnly: false, onUnreachable: 'fail' },
  policy: { sources: [], digest: aDigest('policy') },
  images: [],
  notAudited: [],
  problems: [],
  skipped: [],
  notices: [],
  bases: [],
  fleet: fleetOf({ images: details.images ?? [], bases: details.bases ?? [] }),
  ...details,
});
