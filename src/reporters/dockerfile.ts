import type { DockerfileReport, StageReport } from '../result/dockerfile.ts';
import { indented, layoutWidth, pageOf, type TerminalOptions } from './terminal/page.ts';
import { foreign, type Line, own, type Span, wrap } from './terminal/spans.ts';
import { table } from './terminal/table.ts';
import { plural } from './verdict.ts';

/** `plimsoll dockerfile`: the stages and what the final one states, for people. */
export function renderDockerfile(
  report: DockerfileReport,
  options: TerminalOptions = { width: 100, colour: false },
): string {
  const width = layoutWidth(options);
  const title: Line = [
    foreign(report.file, 'bold'),
    own(` · ${plural(report.stages.length, 'stage')}, ${plural(report.instructions.length, 'instruction')}`),
  ];
  const stages = table(
    [
      { align: 'right', title: 'stage' },
      { align: 'left', title: 'lines' },
      { align: 'left', title: 'name' },
      { align: 'left', title: 'from' },
      { align: 'left', title: 'copies from' },
    ],
    report.stages.map((stage) => stageRow(stage, report)),
    width - 2,
  );
  return pageOf(
    [...wrap(title, width), [], ...indented(stages, 2), [], ...indented(finalLines(report, width - 2), 2)],
    options,
  );
}

function stageRow(stage: StageReport, report: DockerfileReport): readonly Line[] {
  const isFinal = stage.index === report.final.stage;
  const note = isFinal ? ' (final)' : stage.index === report.singleStage ? ' (single-stage)' : '';
  const { reference, stage: parent, written } = stage.base;
  return [
    [own(String(stage.index), isFinal ? 'bold' : undefined)],
    [own(`${stage.startLine}–${stage.endLine}`, 'dim')],
    [stage.name === null ? own('–') : foreign(stage.name, 'name'), own(note, 'dim')],
    [parent === null ? foreign(reference ?? written) : own(`stage ${parent}`)],
    [own([...new Set(stage.copiesFrom.map((copy) => sourceOf(copy.stage)))].join(', '))],
  ];
}

function sourceOf(stage: number | null): string {
  return stage === null ? 'an image' : `stage ${stage}`;
}

function finalLines({ final }: DockerfileReport, width: number): readonly Line[] {
  const rows: readonly (readonly [string, readonly string[] | null])[] = [
    ['User', final.user === null ? null : [final.user]],
    ['Entrypoint', final.entrypoint && [JSON.stringify(final.entrypoint)]],
    ['Command', final.cmd && [JSON.stringify(final.cmd)]],
    ['Directory', final.workingDir === null ? null : [final.workingDir]],
    ['Ports', final.exposedPorts],
    ['Volumes', final.volumes],
    ['Healthcheck', final.healthcheck && [JSON.stringify(final.healthcheck.test)]],
  ];
  return table(
    [{ align: 'left' }, { align: 'left' }],
    rows.map(([label, values]) => [[own(label)], values === null ? [own('not stated', 'dim')] : listed(values)]),
    width,
  );
}

function listed(values: readonly string[]): Line {
  if (values.length === 0) return [own('none', 'dim')];
  return values.flatMap((value, index): readonly Span[] =>
    index > 0 ? [own(', '), foreign(value)] : [foreign(value)],
  );
}
