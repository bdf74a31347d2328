import type { BuildFailure } from './build-events.ts';

/** The Dockerfile's line that failed, as far as the engine's words tell; absent when they do not tell for certain. */
export function locateFailure({ message }: BuildFailure, dockerfileText: string): number | undefined {
  void dockerfileText;
  const said = /(?:parse error )?(?:on )?line (\d+):/.exec(message) ?? /dockerfile:(\d+)/i.exec(message);
  return said ? Number(said[1]) : undefined;
}
