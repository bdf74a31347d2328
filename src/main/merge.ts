import { resolve } from 'node:path';
import { readLeft } from '../adapters/files/left-files.ts';
import { mergeAction } from '../action/merge.ts';
import { maxReportBytes } from '../action/comment-report.ts';
import { mergeInputSpecs } from '../settings/inputs-jobs.ts';
import { runAction } from './runner.ts';

const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();

/** The composition root of the merge action. */
runAction(
  mergeInputSpecs.map(({ name }) => name),
  (runner) =>
    mergeAction({
      ...runner,
      readLeft: (folder, named) => readLeft(resolve(workspace, folder), named, maxReportBytes),
    }),
);
