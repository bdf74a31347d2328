import type { Problem } from '../errors.ts';
import type { VerdictOptions } from '../policy/verdict.ts';
import type { BuildRequest } from '../ports.ts';
import type { InputValues, ReportFormat } from './inputs.ts';
import { reportFormats } from './inputs.ts';
import { show } from './wording.ts';

/** How layers are got at. */
export interface LayerReading {
  /** Where those that were read are kept; without a folder the shell decides, which may have one of its own. */
  readonly folder?: string;
  readonly isCacheOff: boolean;
  /** Of an engine's images: by the shortest way, or from the export alone. */
  readonly mode: InputValues['source-mode'];
}

/** How a run builds, sums up and reports; what it checks is in Settings. */
export interface RunOptions {
  readonly verdict: VerdictOptions;
  readonly build: Pick<
    BuildRequest,
    'builder' | 'secrets' | 'ssh' | 'cacheFrom' | 'cacheTo' | 'buildContexts' | 'noCache' | 'pull' | 'network'
  >;
  /** The report on standard output. */
  readonly format: ReportFormat;
  readonly outputs: readonly { readonly format: ReportFormat; readonly path: string }[];
  readonly progress: InputValues['progress'];
  /** Registries, with their ports, that may be read in plain http. */
  readonly insecureRegistries: readonly string[];
  readonly layerReading: LayerReading;
  readonly comment: { readonly mode: InputValues['comment']; readonly id: string };
  readonly githubToken?: string;
  readonly summary: boolean;
  readonly annotations: boolean;
  /** Whether the measurements are stored for later comparisons. */
  readonly saveBaseline: boolean;
}

/** Options of a run from its inputs. */
export function readRunOptions(inputs: InputValues): {
  readonly options: RunOptions;
  readonly problems: readonly Problem[];
} {
  const outputs = (inputs.output ?? []).map(readOutput);
  const options: RunOptions = {
    verdict: { failOn: inputs['fail-on'], warnOnly: inputs['warn-only'] },
    build: {
      builder: inputs.builder,
      secrets: inputs.secrets ?? [],
      ssh: inputs.ssh ?? [],
      cacheFrom: inputs['cache-from'] ?? [],
      cacheTo: inputs['cache-to'] ?? [],
      buildContexts: inputs['build-contexts'] ?? {},
      noCache: inputs['no-cache'],
      pull: inputs.pull,
      ...(inputs.network !== undefined && { network: inputs.network }),
    },
    format: inputs.format,
    outputs: outputs.flatMap((output) => ('path' in output ? [output] : [])),
    progress: inputs.progress,
    insecureRegistries: inputs['insecure-registries'] ?? [],
    layerReading: {
      ...(inputs['cache-dir'] !== undefined && { folder: inputs['cache-dir'] }),
      isCacheOff: inputs['no-layer-cache'],
      mode: inputs['source-mode'],
    },
    comment: { mode: inputs.comment, id: inputs['comment-id'] },
    ...(isToken(inputs['github-token']) && { githubToken: inputs['github-token'] }),
    summary: inputs.summary,
    annotations: inputs.annotations,
    saveBaseline: inputs['save-baseline'],
  };
  return {
    options,
    problems: [...outputs.flatMap((one) => ('path' in one ? [] : [one])), ...commentIdProblem(inputs)],
  };
}

/** Outside a runner the table's default is only the expression's text. */
function isToken(text: string): boolean {
  return !text.startsWith('$');
}

function readOutput(text: string): { readonly format: ReportFormat; readonly path: string } | Problem {
  const at = text.indexOf('=');
  const format = reportFormats.find((one) => one === text.slice(0, at));
  if (at > 0 && format !== undefined && at < text.length - 1) return { format, path: text.slice(at + 1) };
  return {
    code: 'invalid-input',
    message: `The input \`output\` cannot be ${show(text)}.`,
    expected: `FORMAT=FILE with a format of ${reportFormats.join(', ')}`,
    got: show(text),
    hint: 'For example: json=report.json.',
  };
}

/** The id goes into the comment's hidden marker. */
function commentIdProblem(inputs: InputValues): readonly Problem[] {
  const id = inputs['comment-id'];
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id)) return [];
  const expected = 'at most 64 letters, digits, `.`, `_` and `-`';
  return [
    {
      code: 'invalid-input',
      message: `The input \`comment-id\` cannot be ${show(id)}.`,
      expected,
      got: show(id),
      hint: `Use ${expected}.`,
    },
  ];
}
