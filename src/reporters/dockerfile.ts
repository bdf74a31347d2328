import type { DockerfileReport } from '../result/dockerfile.ts';
import { visible } from './visible.ts';

/** A Dockerfile's stages and final config as text for people. */
export function renderDockerfile({ file, stages, final, singleStage, instructions }: DockerfileReport): string {
  const lines = stages.map(({ index, name, base, copiesFrom, startLine, endLine }) => {
    const roles = [index === final.stage ? 'final' : '', index === singleStage ? 'single-stage twin' : ''].filter(
      (role) => role !== '',
    );
    const from = base.reference ?? `stage ${base.stage}`;
    const copies = [...new Set(copiesFrom.map((copy) => copy.reference ?? `stage ${copy.stage}`))];
    return [
      `  ${index}  ${name ?? '(unnamed)'}${roles.length > 0 ? ` [${roles.join(', ')}]` : ''}  lines ${startLine}–${endLine}`,
      `     FROM ${from}`,
      ...(copies.length > 0 ? [`     takes content from ${copies.join(', ')}`] : []),
    ];
  });
  const facts: readonly (readonly [string, unknown])[] = [
    ['user', final.user],
    ['entrypoint', final.entrypoint],
    ['cmd', final.cmd],
    ['working dir', final.workingDir],
    ['ports', final.exposedPorts],
    ['volumes', final.volumes],
  ];
  const said = facts.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return [
    `${file}: ${instructions.length} instructions, ${stages.length} ${stages.length === 1 ? 'stage' : 'stages'}`,
    ...lines.flat(),
    'The final stage says:',
    ...said.map(([name, value]) => `  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ]
    .map((line) => `${visible(line, 500)}\n`)
    .join('');
}
