import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAtOf } from '../../src/archive/read-at.ts';
import { readDockerArchive } from '../../src/archive/docker-archive.ts';
import { Interrupted } from '../../src/errors.ts';
import { stopSignal } from '../../src/main/signals.ts';
import { archiveOf, oldDockerFiles } from '../support/archives.ts';
import { tarFile, tarOf } from '../support/tar.ts';

const names = ['SIGINT', 'SIGTERM'] as const;
const before = names.map((name) => process.listeners(name));

// The process would be ended some seconds after the signal.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  for (const [index, name] of names.entries())
    for (const listener of process.listeners(name)) if (!before[index]?.includes(listener)) process.off(name, listener);
});

test.each(names)('%s interrupts what reads an image', { tags: 'thorough' }, async (name) => {
  const signal = stopSignal();
  // The same large file in two layers: all of both is read, to tell whether it is the same.
  const large = (mode: number): Buffer => tarOf(tarFile('a', Buffer.alloc(9_000_000), { mode }));
  const archive = archiveOf(oldDockerFiles({ layers: [large(0o644), large(0o600)] }));
  const opened = await readDockerArchive(readAtOf(archive), { source: 'x', contentSums: true, signal });
  const image = await opened.open();
  const reading = image.readLayers(signal);
  setImmediate(() => void process.emit(name));
  await expect(reading).rejects.toBeInstanceOf(Interrupted);
});
