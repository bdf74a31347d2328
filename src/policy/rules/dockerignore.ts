import { z } from 'zod';
import type { ContextHeap, HeapKind } from '../../dockerfile/context.ts';
import { formatBytes } from '../../units.ts';
import { usesOfContext, type ContextUse } from '../context-use.ts';
import { compileGlob } from '../glob.ts';
import { byteSize, globs } from '../option-types.ts';
import { defineSourceRule, type Violation } from '../rule.ts';

const options = () =>
  z.strictObject({
    max: byteSize
      .default(0)
      .describe('What of one kind is sent up to this size passes; secrets and repositories never do.'),
    allow: globs.default([]).describe('Paths within the context that are meant to be sent (globs).'),
    always: z
      .boolean()
      .default(false)
      .describe('Ask for an ignore file also where no instruction takes the context whole.'),
  });

export const dockerignore = defineSourceRule({
  id: 'dockerignore',
  group: 'dockerfile',
  summary: 'Keep out of the build context what the build does not read.',
  why: 'A `COPY .` takes it into the image: repositories with their history, secrets, what somebody built on their machine.',
  howToPass: 'List it in `.dockerignore`.',
  narrows: { max: 'smaller' },
  options,
  needs: ['dockerfile'],
  gathers: ['context'],
  *check({ dockerfile, context }, { max, allow, always }) {
    if (!context?.heaps) {
      yield { unknown: 'What is in the build context was not looked at.' };
      return;
    }
    const uses = usesOfContext(dockerfile);
    // A builder asks for what the instructions read; nothing read is nothing sent.
    if (uses.length === 0) return;
    const whole = uses.find(({ isWhole }) => isWhole);
    if (context.ignoreFile === undefined && (whole || always)) yield missing(whole, context);
    const matches = allow.map(compileGlob);
    const isMeant = ({ path }: ContextHeap): boolean =>
      matches.some((one) => one(path)) || uses.some((use) => use.names(path));
    const left = context.heaps.filter((heap) => !isMeant(heap));
    for (const group of groupsOf(left)) {
      const bytes = group.reduce((sum, heap) => sum + heap.bytes, 0);
      const [first] = group;
      if (!first || (isSizeEnough(first.kind) && bytes <= max)) continue;
      yield found(group, bytes, uses);
    }
    if (context.gitUnknown !== undefined) yield { unknown: context.gitUnknown };
  },
});

/** A repository or a secret is one file too many; the rest is a matter of bytes. */
function isSizeEnough(kind: HeapKind): boolean {
  return kind !== 'secret' && kind !== 'version-control';
}

function missing(whole: ContextUse | undefined, sent: { readonly bytes: number; readonly files: number }): Violation {
  const all = `${counted(sent.files)} of the context, ${formatBytes(sent.bytes)}`;
  return {
    message: whole
      ? `There is no .dockerignore, and \`${whole.words}\` takes all ${all}.`
      : `There is no .dockerignore; all ${all}, are sent.`,
    ...(whole && { location: whole.location }),
    howToPass: 'Add a `.dockerignore`; begin with `.git`, dependencies, build output and `.env`.',
  };
}

/** Heaps that read as one finding: all secrets, all that git ignores, and folders of one name. */
function groupsOf(heaps: readonly ContextHeap[]): Iterable<readonly ContextHeap[]> {
  const groups = new Map<string, ContextHeap[]>();
  for (const heap of heaps) {
    const key = heap.kind === 'secret' || heap.kind === 'git-ignored' ? heap.kind : `${heap.kind} ${nameOf(heap)}`;
    groups.set(key, [...(groups.get(key) ?? []), heap]);
  }
  return groups.values();
}

function found(heaps: readonly ContextHeap[], bytes: number, uses: readonly ContextUse[]): Violation {
  const [first] = heaps;
  if (!first) throw new Error('A group has at least one heap.');
  const use = uses.find(({ takes }) => heaps.some(({ path }) => takes(path)));
  const taken = use ? `, and \`${use.words}\` takes ${heaps.length > 1 ? 'them' : 'it'} along` : '';
  const files = heaps.reduce((sum, heap) => sum + heap.files, 0);
  const size = `${counted(files)}, ${formatBytes(bytes)}`;
  return {
    message: `${describe(first.kind, heaps)} (${size})${taken}.`,
    bytes,
    paths: heaps.map(({ path }) => path),
    ...(use && { location: use.location }),
    howToPass: remedy(heaps),
  };
}

function describe(kind: HeapKind, heaps: readonly ContextHeap[]): string {
  const names = heaps.slice(0, 3).map(({ path }) => path);
  const list = `${names.join(', ')}${heaps.length > names.length ? ` and ${heaps.length - names.length} more` : ''}`;
  const what: Readonly<Record<HeapKind, string>> = {
    'version-control': 'version control',
    dependencies: 'installed dependencies',
    cache: 'caches',
    secret: heaps.length > 1 ? 'files for secrets' : 'a file for secrets',
    'git-ignored': 'what git ignores',
  };
  return `The builder is sent ${what[kind]}: ${list}`;
}

function remedy(heaps: readonly ContextHeap[]): string {
  const [first] = heaps;
  if (!first) return '';
  const depth = heaps.some(({ path }) => path.includes('/')) ? '**/' : '';
  const patterns =
    first.kind === 'git-ignored'
      ? heaps.slice(0, 3).map(({ path }) => path)
      : [...new Set(heaps.map((heap) => `${depth}${nameOf(heap)}`))].slice(0, 3);
  return `Add ${patterns.map((pattern) => `\`${pattern}\``).join(', ')} to \`.dockerignore\`.`;
}

function nameOf({ path }: ContextHeap): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function counted(files: number): string {
  return `${files} ${files === 1 ? 'file' : 'files'}`;
}
