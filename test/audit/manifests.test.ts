import { describe, expect, test } from 'vitest';
import { withFloor } from '../../src/policy/floor.ts';
import { renderAudit, renderAuditCsv } from '../../src/reporters/audit.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { settingsOf } from '../support/settings.ts';
import { auditOf, planFor } from './repository.ts';

const record = file('bin/app', 'x', { mode: 0o755 });
const images = {
  'app:1': anOpenImage({ ...anImage('app', [record]), config: someConfig({ user: 'app', cmd: ['app'] }) }, [record]),
};
const pod = (container: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n  containers:\n  - name: c\n    image: app:1\n    ${container}\n`;
const rules = (text: string): string => `policy: { rules: { ${text} } }`;
const files = { 'k8s/pod.yaml': pod('command: [nothing]\n    securityContext: { runAsNonRoot: true }') };

describe('rules about manifests in an audit', () => {
  test('have the levels of the policy, stand on their lines, and pass by name', async () => {
    const config = rules('manifest-command: warning, manifest-run-as-non-root: error, manifest-entrypoint: error');
    const result = await auditOf({ files, images, config });
    const [image] = result.images;
    expect(result.outcome).toBe('fail');
    expect(
      image?.findings.map(({ rule, level, location }) => [rule, level, location?.file, location?.startLine]),
    ).toEqual([
      ['manifest-run-as-non-root', 'error', 'k8s/pod.yaml', 9],
      // No rule had the layers read.
    ]);
    expect(image?.notRun).toMatchObject([{ rule: 'manifest-command', counts: 'warning' }]);
    expect(image?.passed).toEqual(['manifest-entrypoint']);
  });

  test('look into the image where another rule has it read', async () => {
    const config = rules('manifest-command: warning, no-vcs: error');
    const { outcome, images: audited } = await auditOf({ files, images, config });
    expect(outcome).toBe('pass');
    expect(audited[0]?.findings).toMatchObject([{ rule: 'manifest-command', location: { startLine: 8 } }]);
  });

  test('say nothing of images that no manifest refers to', async () => {
    const config = rules('manifest-command: error, manifest-pinned-image: error');
    const result = await auditOf({ files: { 'compose.yaml': 'services: { a: { image: "app:1" } }' }, images, config });
    expect(result).toMatchObject({ outcome: 'pass', images: [{ findings: [], notRun: [], passed: [] }] });
  });

  test('are waived by the manifest’s path, or its line', async () => {
    const waived = (path: string) =>
      `${rules('manifest-run-as-non-root: error')}\nwaivers: [{ rule: manifest-run-as-non-root, path: "${path}", reason: r, owner: o, expires: 2099-01-01 }]`;
    for (const [path, outcome] of [
      ['k8s/**', 'pass'],
      ['k8s/pod.yaml:9', 'pass'],
      ['k8s/pod.yaml:8', 'fail'],
      ['other/**', 'fail'],
    ] as const)
      expect(await auditOf({ files, images, config: waived(path) })).toMatchObject({ outcome });
  });

  test('are held to an organisation’s floor, which no waiver of the repository undoes', async () => {
    const config = `${rules('manifest-run-as-non-root: warning')}\nwaivers: [{ rule: manifest-run-as-non-root, reason: r, owner: o, expires: 2099-01-01 }]`;
    const { policy } = await planFor({ files, config });
    const { settings } = await settingsOf(`version: 1\n${rules('manifest-run-as-non-root: error')}`);
    const floored = { ...withFloor(policy, settings.policy), digest: policy.digest };
    expect(await auditOf({ files, images, config })).toMatchObject({ outcome: 'pass' });
    expect(await auditOf({ files, images, config }, { policy: floored })).toMatchObject({
      outcome: 'fail',
      images: [{ findings: [{ level: 'error', waiver: null }] }],
    });
  });

  test('are in every report, on the manifest’s line', async () => {
    const result = await auditOf({ files, images, config: rules('manifest-run-as-non-root: error') });
    const page = { columns: 200, colour: false };
    for (const format of ['table', 'markdown', 'html', 'json', 'sarif'] as const) {
      const text = renderAudit(format, result, page);
      expect(text).toContain('manifest-run-as-non-root');
      expect(text).toMatch(/k8s\/pod\.yaml(:9|[\s\S]*"startLine": 9)/);
    }
    expect(renderAuditCsv(result)).toMatch(/app:1,audited,image,1,0,/);
  });
});
