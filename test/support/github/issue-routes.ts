import { z } from 'zod';
import { issueAnswer } from './answers.ts';
import { notFound, tooLong } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import type { Issue } from './state.ts';

const newIssue = z.object({ title: z.string(), body: z.string().default(''), labels: z.array(z.string()).default([]) });
const changedIssue = z.object({
  title: z.string().exactOptional(),
  body: z.string().exactOptional(),
  state: z.enum(['open', 'closed']).exactOptional(),
  labels: z.array(z.string()).exactOptional(),
});

/** Operation → what the fake does. */
export const issueRoutes: Readonly<Record<string, (asked: Asked) => Reply>> = {
  'issues/list-for-repo': (asked) => {
    const labels = (asked.query.get('labels') ?? '').split(',').filter(Boolean);
    const wanted = asked.query.get('state') ?? 'open';
    const list = [...asked.state.issues.values()].filter(
      (issue) => (wanted === 'all' || issue.state === wanted) && labels.every((label) => issue.labels.includes(label)),
    );
    return { status: 200, body: undefined, list: list.map((issue) => () => issueAnswer(asked, issue)) };
  },

  'issues/create': (asked) => {
    const { title, body, labels } = newIssue.parse(asked.body);
    const number = asked.state.nextId++;
    const issue: Issue = { number, title, body, labels, state: 'open', user: asked.token.account };
    const refusal = tooLong('body', issue.body);
    if (refusal) return refusal;
    asked.state.issues.set(issue.number, issue);
    return { status: 201, body: issueAnswer(asked, issue) };
  },

  'issues/get': (asked) => {
    const issue = asked.state.issues.get(Number(asked.params['issue_number']));
    return issue ? { status: 200, body: issueAnswer(asked, issue) } : notFound;
  },

  'issues/update': (asked) => {
    const issue = asked.state.issues.get(Number(asked.params['issue_number']));
    if (!issue) return notFound;
    const updated: Issue = { ...issue, ...changedIssue.parse(asked.body) };
    asked.state.issues.set(issue.number, updated);
    return { status: 200, body: issueAnswer(asked, updated) };
  },
};
