import type { CheckResult } from '../../result/result.ts';
import { plural } from '../verdict.ts';
import { type Block, details, paragraph, table } from './blocks.ts';
import { code, figures, join, gfm, text } from './markdown.ts';

/** Which rules were in force, where each was turned on, and from which files the policy was made. */
export function policyOrigin({ policy, images }: CheckResult): Block {
  const rules = policy.rules ?? [];
  const sources = join(
    policy.sources.map((source) => code(source)),
    ', ',
  );
  const passed = new Set(images.flatMap((image) => image.passed));
  const rows = rules.map(({ id, level, summary, origin }) => [code(id), text(level), text(summary), code(origin)]);
  const columns = ['Rule', 'Level', 'What it asks', 'Turned on in'].map((title) => ({
    title: figures(title),
    align: 'left' as const,
  }));
  const count = rules.length > 0 ? plural(rules.length, 'rule') : plural(passed.size, 'rule');
  return details(figures(`Policy: ${count}${rules.length > 0 ? '' : ' passed'}, where each line comes from`), [
    paragraph(gfm`From ${sources} · digest ${code(policy.digest)}`),
    ...(rows.length > 0 ? [table(columns, rows)] : []),
  ]);
}
