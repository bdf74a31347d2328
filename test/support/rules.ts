import { describe, expect, test } from 'vitest';
import { manifestsOf } from '../../src/audit/plan.ts';
import { usesOfManifests } from '../../src/audit/uses.ts';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import type { AnyRule, Unknown, Violation } from '../../src/policy/rule.ts';
import type { Subject } from '../../src/policy/subject.ts';
import { readManifests } from '../../src/references/kubernetes.ts';
import type { DockerfileReport } from '../../src/result/dockerfile.ts';
import type { ImageConfig, LayerMeasurement, Measurement } from '../../src/result/measurement.ts';
import type { Comparison } from '../../src/result/result.ts';
import type { FileTree } from '../../src/image/tree.ts';
import { squash } from '../../src/image/squash.ts';
import { findsWhatEitherFinds } from './floor-property.ts';
import { layerOf, someConfig, type LayerRecord } from './images.ts';
import { aDigest, aMeasurement } from './results.ts';

/** What a test may say about the image a rule looks at; the rest is a small image without fault. */
export interface SubjectDetails {
  readonly imageName?: string;
  readonly measurement?: Partial<Measurement>;
  /** Laid over what the Dockerfile makes of it. */
  readonly config?: Partial<ImageConfig>;
  /** Its text; the image's config is then the one its final stage states. */
  readonly dockerfile?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly buildContexts?: Readonly<Record<string, string>>;
  readonly baseTriggers?: Readonly<Record<string, readonly string[]>>;
  /** The base image's config is at hand; `{}` says nothing. */
  readonly baseConfig?: Partial<ImageConfig>;
  /** Files by layer, base first: they make the tree and the bodies. */
  readonly layers?: readonly (readonly LayerRecord[])[];
  /** Dockerfile lines of the layers, by index. */
  readonly layerLines?: readonly (number | undefined)[];
  readonly change?: Partial<Comparison>;
  readonly stages?: Partial<Comparison>;
  readonly context?: Subject['context'];
  readonly entryScript?: Subject['entryScript'];
  readonly executable?: Subject['executable'];
  readonly secrets?: Subject['secrets'];
  readonly duplicates?: Subject['duplicates'];
  readonly publishedBase?: Subject['publishedBase'];
  readonly isNew?: boolean;
  readonly history?: Subject['history'];
  readonly noHistoryReason?: string;
  readonly base?: string;
  readonly waivers?: number;
  /** A Kubernetes manifest that refers to the image; all that it refers to is taken for it. */
  readonly manifest?: string;
  readonly noBaselineReason?: string;
}

/** A subject with what the test says of it. */
export function aSubject(details: SubjectDetails = {}): Subject {
  const {
    dockerfile: text,
    buildArgs = {},
    buildContexts = {},
    baseTriggers = {},
    layers,
    change,
    stages,
    context,
    isNew,
    noBaselineReason,
  } = details;
  const dockerfile =
    text === undefined ? undefined : describeDockerfile(text, 'Dockerfile', { buildArgs, buildContexts, baseTriggers });
  const config = someConfig({ ...(dockerfile && configOf(dockerfile)), ...details.config });
  const tree = layers && squash(layers.map((records) => layerOf(...records))).tree;
  const perLayer = layers?.map((records, index) => layerMeasurement(records, details.layerLines?.[index], index));
  return {
    imageName: details.imageName ?? 'app',
    measurement: aMeasurement({
      config,
      ...(perLayer && { perLayer, layers: perLayer.length }),
      ...details.measurement,
    }),
    ...(tree && { tree }),
    bodies: tree ? bodiesOf(tree, layers ?? []) : new Map(),
    ...(dockerfile && { dockerfile }),
    ...(details.baseConfig && { baseConfig: someConfig(details.baseConfig) }),
    ...(change && { change: aComparison({ kind: 'baseline', ...change }) }),
    ...(stages && { stages: aComparison({ kind: 'variant', ...stages }) }),
    ...(context && { context }),
    ...(details.entryScript && { entryScript: details.entryScript }),
    ...(details.publishedBase && { publishedBase: details.publishedBase }),
    ...(details.duplicates && { duplicates: details.duplicates }),
    secrets: details.secrets ?? { found: [], unsearched: [] },
    ...(details.executable && { executable: details.executable }),
    ...(details.history && { history: details.history }),
    ...(details.noHistoryReason !== undefined && { noHistoryReason: details.noHistoryReason }),
    ...(details.base !== undefined && { base: details.base }),
    ...(details.manifest !== undefined && { manifests: manifestUses(details.manifest) }),
    ...(details.waivers !== undefined && { waivers: details.waivers }),
    ...(isNew !== undefined && { isNew }),
    ...(noBaselineReason !== undefined && { noBaselineReason }),
  };
}

function manifestUses(text: string) {
  const { images, problems } = readManifests('pod.yaml', text);
  if (images.length === 0 || problems.length > 0) throw new Error(`No manifest of the test's: ${text}`);
  return manifestsOf(usesOfManifests(images).map(({ use }) => use));
}

/** A pod of one container, on line 3: what the container says, and beside it what the pod does. */
export const aPod = (container: string, image = 'app:1.2.3', pod = ''): string =>
  `{ kind: Pod,\nspec: {${pod} containers: [\n{ image: "${image}", ${container} }] } }\n`;

/** One row of a rule's table. */
export interface RuleCase extends SubjectDetails {
  readonly options?: unknown;
}

export interface FailingCase extends RuleCase {
  readonly messages: readonly string[];
  /** First lines of the violations' places. */
  readonly lines?: readonly (number | undefined)[];
  readonly bytes?: readonly (number | undefined)[];
  readonly paths?: readonly (readonly string[] | undefined)[];
  /** What each violation says in place of the rule's own words. */
  readonly howToPass?: readonly (string | undefined)[];
}

/** Holds a rule against tables of images it passes, fails, and cannot judge. */
export function describeRule(
  rule: AnyRule,
  tables: {
    readonly passes: Readonly<Record<string, RuleCase>>;
    readonly fails: Readonly<Record<string, FailingCase>>;
    readonly cannotTell?: Readonly<Record<string, RuleCase & { readonly reasons: readonly string[] }>>;
  },
): void {
  describe(`the rule ${rule.id}`, () => {
    test.each(Object.entries(tables.passes))('passes %s', (_, row) => {
      expect(run(rule, row)).toEqual([]);
    });
    test.each(Object.entries(tables.fails))('fails %s', (_, row) => {
      const found = run(rule, row).filter((one): one is Violation => !('unknown' in one));
      const [lines, bytes, paths, howToPass] = [
        found.map(({ location }) => location?.startLine),
        found.map((violation) => violation.bytes),
        found.map((violation) => violation.paths),
        found.map((violation) => violation.howToPass),
      ];
      // What a row does not say is not held against it.
      expect({ messages: found.map(({ message }) => message), lines, bytes, paths, howToPass }).toEqual({
        messages: row.messages,
        lines: row.lines ?? lines,
        bytes: row.bytes ?? bytes,
        paths: row.paths ?? paths,
        howToPass: row.howToPass ?? howToPass,
      });
    });
    // The property holds the assertions.
    // oxlint-disable-next-line vitest/expect-expect
    test('under a floor finds what either side finds, whatever their options', { tags: 'thorough' }, () => {
      const rows = [tables.passes, tables.fails, tables.cannotTell ?? {}].flatMap((table) => Object.values(table));
      findsWhatEitherFinds(
        rule,
        rows.map((row) => ({ subject: aSubject(row), options: row.options })),
      );
    });
    test.each(Object.entries(tables.cannotTell ?? {}))('cannot tell %s', (_, row) => {
      expect(run(rule, row).map((one) => ('unknown' in one ? one.unknown : one.message))).toEqual(row.reasons);
    });
  });
}

function run(rule: AnyRule, row: RuleCase): readonly (Violation | Unknown)[] {
  const options = rule.options.parse(row.options ?? {});
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return [...rule.check(aSubject(row), options as never)];
}

/** Two measurements that do not differ, but for what a test says. */
export function aComparison(details: Partial<Comparison> = {}): Comparison {
  return {
    kind: 'baseline',
    before: 'main',
    after: 'app',
    beforeBytes: 1000,
    afterBytes: 1000,
    unpackedDeltaBytes: 0,
    hiddenDeltaBytes: 0,
    layersDelta: 0,
    byKind: [],
    packages: [],
    grew: [],
    config: [],
    ...details,
  };
}

function configOf({ final }: DockerfileReport): Partial<ImageConfig> {
  const { user, entrypoint, cmd, workingDir, env, exposedPorts, volumes, labels, healthcheck, shell } = final;
  return {
    user: user ?? '',
    workingDir: workingDir ?? '',
    env: [...env],
    exposedPorts: [...exposedPorts],
    volumes: [...volumes],
    labels: { ...labels },
    ...(entrypoint && { entrypoint: [...entrypoint] }),
    ...(cmd && { cmd: [...cmd] }),
    ...(healthcheck && { healthcheck: { test: [...healthcheck.test] } }),
    ...(shell && { shell: [...shell] }),
  };
}

function layerMeasurement(records: readonly LayerRecord[], line: number | undefined, index: number): LayerMeasurement {
  const unpackedBytes = records.reduce((sum, { fileBytes }) => sum + fileBytes, 0);
  return {
    diffId: aDigest(`layer ${index}`),
    unpackedBytes,
    visibleBytes: unpackedBytes,
    entries: records.length,
    createdBy: '',
    ...(line !== undefined && { dockerfile: { file: 'Dockerfile', startLine: line, endLine: line } }),
  };
}

/** What a run would have read for the rules: by the path asked for, links followed. */
function bodiesOf(tree: FileTree, layers: readonly (readonly LayerRecord[])[]): ReadonlyMap<string, Uint8Array> {
  const paths = layers.flat().map(({ path }) => path);
  return new Map(
    paths.flatMap((path) => {
      const node = tree.resolve(path);
      const body = node && layers[node.layer]?.[node.record]?.body;
      return body ? [[path, body] as const] : [];
    }),
  );
}
