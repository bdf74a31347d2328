import { planAction } from '../action/plan.ts';
import { planInputSpecs } from '../settings/inputs-jobs.ts';
import { runAction } from './runner.ts';

/** The composition root of the plan action. */
runAction(
  planInputSpecs.map(({ name }) => name),
  planAction,
);
