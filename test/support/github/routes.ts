import { artifactRoutes } from './artifact-routes.ts';
import type { Asked, Reply } from './asked.ts';
import { checkRoutes } from './check-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { gitRoutes } from './git-routes.ts';
import { issueRoutes } from './issue-routes.ts';

/** All the fake serves, by GitHub's operation ids. */
export const routes: Readonly<Record<string, (asked: Asked) => Reply>> = {
  ...commentRoutes,
  ...gitRoutes,
  ...checkRoutes,
  ...issueRoutes,
  ...artifactRoutes,
};
