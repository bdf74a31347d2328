import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOfDist, expectStatus, folderOf, nodes, start } from './bundle.ts';

let dist: ReturnType<typeof copyOfDist>;
beforeAll(() => {
  dist = copyOfDist();
});
afterAll(() => dist[Symbol.dispose]());

const canaries = {
  argument: 'canary-Argument+1/x?y',
  environment: 'canary-Environment+2/x?y',
  registry: 'canary-Registry+3/x?y',
};
/** How a secret may come out of a program: as it is, and as programs like to pass things on. */
const forms = Object.values(canaries).flatMap((canary) => [
  canary,
  encodeURIComponent(canary),
  Array.from(canary).toReversed().join(''),
  Buffer.from(canary).toString('base64').slice(0, -4),
  Buffer.from(`bot:${canary}`).toString('base64').slice(0, -4),
]);

const dockerfile = (last: string): string => `FROM plimsoll-base:busybox
ARG NPM_TOKEN
RUN echo "$NPM_TOKEN" && echo -n "$NPM_TOKEN" | base64 && echo -n "bot:$NPM_TOKEN" | base64 && env
ENV BORROWED=$NPM_TOKEN
LABEL org.example.borrowed=$NPM_TOKEN
USER $NPM_TOKEN
WORKDIR /$NPM_TOKEN
EXPOSE 22
${last}
ENTRYPOINT ["/bin/cat", "/hello"]
`;
const formats = ['json', 'markdown', 'sarif', 'junit', 'html', 'github', 'table'];

describe('no secret that the run was given comes out of it', () => {
  test.each([
    ['of a build that works', 'STOPSIGNAL 9', 1],
    ['of a build that fails', 'RUN echo "failing with $NPM_TOKEN" && false', 2],
  ])('%s', async (_, last, status) => {
    using folder = folderOf({
      Dockerfile: dockerfile(last),
      'plimsoll.yml': 'version: 1\npolicy: { extends: strict }\n',
    });
    using docker = folderOf({});
    const auth = Buffer.from(`bot:${canaries.registry}`).toString('base64');
    writeFileSync(join(docker.path, 'config.json'), JSON.stringify({ auths: { 'registry.example': { auth } } }));
    const outputs = formats.map((format) => `--output=${format}=report.${format}`);
    const end = await start(
      nodes[0]?.path ?? 'node',
      [
        join(dist.path, 'cli.cjs'),
        'check',
        '--progress=plain',
        `--build-arg=NPM_TOKEN=${canaries.argument}`,
        ...outputs,
      ],
      { cwd: folder.path, environment: { DOCKER_CONFIG: docker.path, GITHUB_TOKEN: canaries.environment } },
    );
    expectStatus(end, status);
    const files = readdirSync(folder.path).filter((name) => name.startsWith('report.'));
    expect(files).toHaveLength(status === 1 ? formats.length : 0);
    const written = files.map((name) => readFileSync(join(folder.path, name), 'utf8'));
    const everything = [end.stdout, end.stderr, ...written].join('\n');
    expect(everything).toContain('characters, not shown');
    expect(forms.filter((form) => everything.includes(form))).toEqual([]);
  });
});
