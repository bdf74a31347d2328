import { commentAnswer, labelOf, pullAnswer } from './answers.ts';
import { forbidden, merge, notFound, tooLong } from './asked.ts';
import type { Asked, Reply } from './asked.ts';

/** Operation → what the fake does. */
export const commentRoutes: Readonly<Record<string, (asked: Asked) => Reply>> = {
  'users/get-authenticated': ({ token, contract }) =>
    token.account.type === 'Bot'
      ? forbidden('Resource not accessible by integration')
      : { status: 200, body: merge(contract.sample('users/get-authenticated', 200), { ...token.account }) },

  'pulls/get': (asked) => {
    const pull = asked.state.pulls.get(Number(asked.params['pull_number']));
    return pull ? { status: 200, body: pullAnswer(asked, pull) } : notFound;
  },

  'pulls/list': (asked) => {
    const [state, head] = [asked.query.get('state') ?? 'open', asked.query.get('head')];
    const list = [...asked.state.pulls.values()].filter(
      (pull) =>
        (state === 'all' || (state === 'open') === (pull.open ?? true)) && (!head || head === labelOf(asked, pull)),
    );
    return { status: 200, body: undefined, list: list.map((pull) => () => pullAnswer(asked, pull)) };
  },

  'issues/list-comments': (asked) => {
    const pull = Number(asked.params['issue_number']);
    if (!asked.state.pulls.has(pull) && !asked.state.issues.has(pull)) return notFound;
    const list = [...asked.state.comments.values()].filter((comment) => comment.pull === pull);
    return { status: 200, body: undefined, list: list.map((comment) => () => commentAnswer(asked, comment)) };
  },

  'issues/create-comment': (asked) => {
    const number = Number(asked.params['issue_number']);
    const pull = asked.state.pulls.get(number);
    if (!pull && !asked.state.issues.has(number)) return notFound;
    if (pull?.locked) return forbidden('Unable to create comment because issue is locked.');
    const body = textOf(asked);
    const refusal = tooLong('body', body);
    if (refusal) return refusal;
    const comment = { id: asked.state.nextId++, pull: number, user: asked.token.account, body };
    asked.state.comments.set(comment.id, comment);
    return { status: 201, body: commentAnswer(asked, comment) };
  },

  'issues/get-comment': (asked) => {
    const comment = asked.state.comments.get(Number(asked.params['comment_id']));
    return comment ? { status: 200, body: commentAnswer(asked, comment) } : notFound;
  },

  'issues/update-comment': (asked) => {
    const comment = asked.state.comments.get(Number(asked.params['comment_id']));
    if (!comment) return notFound;
    const body = textOf(asked);
    const refusal = tooLong('body', body);
    if (refusal) return refusal;
    const updated = { ...comment, body };
    asked.state.comments.set(comment.id, updated);
    return { status: 200, body: commentAnswer(asked, updated) };
  },

  'issues/delete-comment': ({ state, params }) =>
    state.comments.delete(Number(params['comment_id'])) ? { status: 204, body: undefined } : notFound,
};

function textOf({ body }: Asked): string {
  return typeof body['body'] === 'string' ? body['body'] : '';
}
