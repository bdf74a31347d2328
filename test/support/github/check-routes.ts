import { z } from 'zod';
import { checkRunAnswer } from './answers.ts';
import { notFound } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import type { CheckRun } from './state.ts';

const checkRunBody = z.object({
  name: z.string().optional(),
  head_sha: z.string().optional(),
  status: z.string().optional(),
  conclusion: z.string().optional(),
  external_id: z.string().optional(),
  output: z.object({ title: z.string().optional(), summary: z.string().optional() }).optional(),
});

/** Operation → what the fake does. */
export const checkRoutes: Readonly<Record<string, (asked: Asked) => Reply>> = {
  'checks/create': (asked) => {
    const { head_sha: headSha = '' } = checkRunBody.parse(asked.body);
    const empty = { status: 'queued', conclusion: null, title: null, summary: null, externalId: null };
    const run = checkRunOf({ id: asked.state.nextId++, headSha, name: '', ...empty }, asked.body);
    asked.state.checkRuns.set(run.id, run);
    return { status: 201, body: checkRunAnswer(asked, run) };
  },

  'checks/update': (asked) => {
    const run = asked.state.checkRuns.get(Number(asked.params['check_run_id']));
    if (!run) return notFound;
    const updated = checkRunOf(run, asked.body);
    asked.state.checkRuns.set(run.id, updated);
    return { status: 200, body: checkRunAnswer(asked, updated) };
  },

  'checks/list-for-ref': (asked) => {
    const name = asked.query.get('check_name');
    const runs = [...asked.state.checkRuns.values()].filter(
      (run) => run.headSha === asked.params['ref'] && (name === null || run.name === name),
    );
    return {
      status: 200,
      body: { total_count: runs.length, check_runs: runs.map((run) => checkRunAnswer(asked, run)) },
    };
  },
};

function checkRunOf(run: CheckRun, body: unknown): CheckRun {
  const { name, status, conclusion, output, external_id: externalId } = checkRunBody.parse(body);
  return {
    ...run,
    name: name ?? run.name,
    status: conclusion === undefined ? (status ?? run.status) : 'completed',
    conclusion: conclusion ?? run.conclusion,
    title: output?.title ?? run.title,
    summary: output?.summary ?? run.summary,
    externalId: externalId ?? run.externalId,
  };
}
