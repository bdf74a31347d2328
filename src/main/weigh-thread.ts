import { answerAsThread } from '../adapters/engine/context-thread.ts';
import { isSecretFile } from '../policy/secret-files.ts';

// A thread that weighs a part of a large build context.
answerAsThread(isSecretFile);
