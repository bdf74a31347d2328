import { describe, expect, test } from 'vitest';
import { auditFormats, auditIssue, auditIssues, renderAudit } from '../../src/reporters/audit.ts';
import { anAudit, image, use } from '../support/audits.ts';
import { renderGfm } from '../support/gfm.ts';
import { hostileNames } from '../support/hostile.ts';
import { aFinding } from '../support/results.ts';

const page = { columns: 100, colour: false };

describe('hostile names', () => {
  test.each(Object.entries(hostileNames))('%s comes alive nowhere', (_, name) => {
    const foreign = { ...use(name), what: name, written: name };
    const hostile = image(name, {
      source: name,
      uses: [foreign],
      findings: [
        aFinding({ rule: 'non-root', message: name }),
        aFinding({ rule: 'r', message: name, howToPass: name, location: { file: name, startLine: 1, endLine: 1 } }),
      ],
    });
    const result = anAudit({
      images: [hostile],
      notAudited: [{ name, code: '', reason: name, hint: '', uses: [foreign] }],
      problems: [{ code: '', message: name, hint: '', place: foreign.place }],
    });
    // JSON keeps what was read as it was, for programs.
    const texts = auditFormats.filter((format) => format !== 'json').map((format) => renderAudit(format, result, page));
    for (const text of texts)
      // oxlint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const bodies = [...auditIssues(result), ...auditIssue(result)].map(({ body }) => body);
    for (const source of [renderAudit('markdown', result, page), ...bodies])
      expect(renderGfm(source)).not.toMatch(/<(script|img|a|iframe|svg|style)\b/i);
    expect(renderAudit('html', result, page)).not.toMatch(/<(script|img|a|iframe|svg)\b/i);
  });
});
