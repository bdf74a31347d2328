import type { CheckResult, ImageResult } from '../../result/result.ts';
import { formatBytes, formatDelta } from '../../units.ts';
import { gatedOf, isMeasured, unmeasuredInWords, whyUnmeasured } from '../facts.ts';
import { countsInWords, countsOf, plural } from '../verdict.ts';
import { carriedLines, changesOf, numbersOf, variantsOf } from './facts.ts';
import { findingsOf, listed } from './findings.ts';
import { layersOf } from './layers.ts';
import { indented, labelled, layoutWidth, pageOf, type TerminalOptions } from './page.ts';
import { foreign, type Line, own, prose, wrap } from './spans.ts';

/** The report for people at a terminal: verdict first, numbers, comparison, findings with where and how to pass. */
export function renderTerminal(result: CheckResult, options: TerminalOptions): string {
  const width = layoutWidth(options);
  const several = result.images.length > 1;
  const lines: readonly Line[] = [
    ...headLines(result, width),
    ...result.notices.flatMap(({ level, message }) =>
      labelled(level === 'warning' ? '!' : 'i', 2, prose(message), width),
    ),
    ...result.images.flatMap((image) => [[], ...imageLines(image, several, width)]),
    [],
    ...policySources(result, width),
  ];
  return pageOf(lines, options);
}

function headLines(result: CheckResult, width: number): readonly Line[] {
  const counts = countsOf(result.images);
  const standing = counts.error > 0 ? 'error' : counts.warning > 0 || counts.unbuilt ? 'warning' : 'good';
  const mark = { error: '✗', warning: '!', good: '✓' }[standing];
  const failed = result.images.filter((image) => countsOf([image]).error > 0).length;
  const share =
    result.images.length > 1 && failed > 0 ? `${failed} of ${plural(result.images.length, 'image')} failed · ` : '';
  const said = result.images.length === 0 ? 'nothing to measure' : countsInWords(counts);
  const { head, base, baseName } = result.revision ?? {};
  const against = [baseName, base?.slice(0, 7)].filter((part) => part !== undefined).join('@');
  const revision: Line = [
    ...(head === undefined ? [] : [foreign(head.slice(0, 7), 'name'), own(' ')]),
    ...(against === '' ? [] : [own('against '), foreign(against, 'name')]),
  ];
  return [
    ...wrap([own('Plimsoll ', 'bold'), own(`${mark} ${share}${said}`, standing)], width),
    ...(revision.length > 0 ? wrap(revision, width) : []),
  ];
}

function imageLines(image: ImageResult, several: boolean, width: number): readonly Line[] {
  if (!isMeasured(image)) return unmeasuredLines(image, several, width);
  const { measurement, change } = gatedOf(image);
  const delta = change ? ` (${formatDelta(change.unpackedDeltaBytes)})` : '';
  const title: Line = [
    foreign(image.name, 'bold'),
    own(` ${formatBytes(measurement.unpackedBytes)}${delta} · `),
    foreign(image.platform),
    ...(several ? [own(` · ${countsInWords(countsOf([image]))}`)] : []),
  ];
  const body = [
    numbersOf(image, width - 2),
    variantsOf(image, width - 2),
    carriedLines(image, width - 2),
    findingsOf(image, width - 2),
    changesOf(image, width - 2),
    layersOf(measurement, width - 2, 'folded'),
    commandOf(image, width - 2),
  ].filter((lines) => lines.length > 0);
  return [...wrap(title, width), ...body.flatMap((lines) => blank.concat(indented(lines, 2)))];
}

/** Its findings, and what could not be checked. */
function unmeasuredLines(image: ImageResult, several: boolean, width: number): readonly Line[] {
  const title: Line = [
    foreign(image.name, 'bold'),
    own(` ${unmeasuredInWords(image)} · `),
    foreign(image.platform),
    ...(several ? [own(` · ${countsInWords(countsOf([image]))}`)] : []),
  ];
  const why = image.stated ? [...blank, ...indented(wrap(prose(whyUnmeasured(image)), width - 2), 2)] : [];
  return [...wrap(title, width), ...why, ...blank, ...indented(findingsOf(image, width - 2), 2)];
}

const blank: readonly Line[] = [[]];

function commandOf(image: ImageResult, width: number): readonly Line[] {
  const { argv, explanation } = gatedOf(image).measurement.effectiveCommand;
  const command = argv.length === 0 ? own('nothing of its own') : foreign(JSON.stringify(argv), 'name', 400);
  return [...labelled('Runs', 9, [command], width), ...labelled('', 9, prose(explanation), width)];
}

function policySources({ policy, images }: CheckResult, width: number): readonly Line[] {
  const passed = images.reduce((sum, image) => sum + image.passed.length, 0);
  const sources = listed(policy.sources, 'name');
  return wrap([own(`${plural(passed, 'check')} passed · policy from `, 'dim'), ...sources], width);
}
