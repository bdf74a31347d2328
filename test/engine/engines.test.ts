import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runName } from '../../src/adapters/engine/run-name.ts';
import { sweep } from '../../src/adapters/engine/sweep.ts';
import { fileSource } from '../../src/adapters/files/images.ts';
import { archiveOf, oldDockerFiles } from '../support/archives.ts';
import { openBuildx } from '../support/buildx.ts';
import { hasFurtherEngines, startFurtherEngine, type FurtherEngine } from '../support/further-engine.ts';
import { oddImage } from './invariance-image.ts';
import { load, measured, measuredEngine, ofLayers, ofRecords } from './invariance-told.ts';

const never = new AbortController().signal;
const run = runName(`engines${process.pid}`);
const tag = `plimsoll-${run.runId}:odd`;
const given = { run, tag, archive: archiveOf(oldDockerFiles(oddImage(tag))) };

let expected: string;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-engines-'));
  const path = join(folder, 'image.tar');
  writeFileSync(path, given.archive);
  expected = await measured(await fileSource().open({ kind: 'docker-archive', path }, undefined, never));
  rmSync(folder, { recursive: true });
});

/**
 * Each engine's own way to its layers beside the export, which all of them have, and the archives buildx writes with it:
 * eStargz with one alone, for the newest Debian's BuildKit panics on it (`footer buffer = 48, not 51`).
 */
const engines: readonly (readonly [name: string, way: string, archives: readonly string[]])[] = [
  ['26', 'layer database', []],
  ['26c', 'content store', ['oci,compression=estargz,force-compression=true']],
  ['28', 'layer database', []],
  ['28c', 'content store', ['oci', 'oci,compression=zstd,force-compression=true']],
  ['podman', 'export', []],
];

// Engines of other ages, of the containerd store, and Podman stand ready where a machine was given them.
describe.runIf(hasFurtherEngines).each(engines)(
  'engine %s, where it can be started, tells the same',
  (name, way, archives) => {
    let further: FurtherEngine;
    beforeAll(async () => {
      further = await startFurtherEngine(name);
      await load(further.engine, given);
    });
    afterAll(async () => {
      try {
        await sweep(further.engine, run.runId);
      } finally {
        await further.stop();
      }
    });

    test(`from its ${way}, without a word against it`, async () => {
      expect(await measuredEngine(further.engine, given)).toEqual({ told: expected, notes: [] });
    });

    test('from its export', async () => {
      expect((await measuredEngine(further.engine, given, { mode: 'stream' })).told).toBe(expected);
    });

    test.each(archives)('of a build of buildx, as of the archive that it writes: %s', async (form) => {
      const buildx = openBuildx(`/var/tmp/engines/${name}/docker.sock`);
      const folder = mkdtempSync(join(tmpdir(), 'plimsoll-engines-'));
      try {
        const built = { ...given, tag: `plimsoll-${run.runId}:built` };
        const path = join(folder, 'built.tar');
        writeFileSync(join(folder, 'Dockerfile'), `FROM ${tag}\nCOPY Dockerfile /etc/\nHEALTHCHECK NONE\n`);
        await buildx.build(folder, ['-t', built.tag, '--load', '--provenance=false']);
        // With what it attests beside the image.
        await buildx.build(folder, ['--output', `type=${form},dest=${path}`, '--provenance=mode=max']);
        const archived = await measured(await fileSource().open({ kind: 'oci-archive', path }, undefined, never));
        const { told, notes } = await measuredEngine(further.engine, built);
        expect(notes).toEqual([]);
        // BuildKit puts eStargz's index behind the end of a layer's tar: another DiffID, the same records.
        const of = form.includes('estargz') ? ofRecords : ofLayers;
        expect(of(archived)).toEqual(of(told));
      } finally {
        buildx.close();
        rmSync(folder, { recursive: true });
      }
    });
  },
);
