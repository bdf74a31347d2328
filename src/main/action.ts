import { action } from '../action/action.ts';
import { inputSpecs, type InputSpec } from '../settings/inputs.ts';
import { runAction } from './runner.ts';

const names = inputSpecs.filter((spec: InputSpec) => spec.on.includes('action')).map(({ name }) => name);

/** The composition root of the action. */
runAction(names, action);
