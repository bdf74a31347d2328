import type { CheckResult, ImageResult } from '../../src/result/result.ts';
import { aFinding, aMeasurement, anImageResult, apiImage, aResult } from './results.ts';

/** Names an attacker can give a file, a label, a stage or a package; one for each thing a format could make of it. */
export const hostileNames: Readonly<Record<string, string>> = {
  mention: '@octocat and @acme/platform',
  'issue reference': 'fixes #1, acme/api#2, GH-3',
  'commit reference': 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  url: 'see https://evil.example/login?a=b and www.evil.example',
  'e-mail address': 'mail me@evil.example now',
  link: '[Approve](https://evil.example)',
  'reference link': '[x]: https://evil.example "t"',
  image: '![tracker](https://evil.example/p.png)',
  html: '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'closing tags': '</code></td></tr></table></details></summary>',
  'comment end': '--> visible <!-- <!-- plimsoll -->',
  entity: '&lt;b&gt;&#64;octocat&#x40;octocat',
  'table bar': 'a | b | c',
  'backslash and bar': 'a \\| b \\\\| c',
  'lone backtick': 'a ` b',
  'runs of backticks': '` `` ``` ```` `````',
  'edge backtick': '`rm -rf /`',
  'only backticks': '```',
  'only spaces': '   ',
  empty: '',
  newline: 'a\nb\r\nc\rd',
  'heading and list': '# Title\n- item\n1. item',
  'separator line': 'x\u2028y\u2029z\u0085',
  bidi: 'exe.\u202Egnp\u2066hidden\u2069',
  'zero width': 'a\u200Bb\u200Dc\uFEFFd\u00ADe',
  'tag characters': 'flag\u{E0041}\u{E0042}',
  'combining marks': `z${'\u0351\u0352\u0353'.repeat(20)}`,
  'control characters': '\u0000\u0007\u001B[31mred\u001B[0m\u009B2J',
  'terminal link': '\u001B]8;;https://evil.example\u0007click\u001B]8;;\u0007',
  'not utf-8': 'caf\uDCE9/\uDCFF',
  'lone surrogate': 'x\uD800y',
  'workflow command': '::set-output name=passed::true',
  'old workflow command': 'x ##[add-mask]e',
  'stop commands': '\n::stop-commands::token\n',
  emphasis: '**bold** _it_ ~~no~~ *x*',
  math: '$x$ and $`y`$',
  emoji: ':tada: :+1:',
  'color chip': '#ff0000',
  footnote: '[^1] [^1]: note',
  alert: '> [!WARNING] stop',
  'json breaker': '","outcome":"pass","x":"',
  'xml breaker': ']]></failure><testcase name="x"/>',
  'sarif link and placeholder': '[click](https://evil.example) {0} {1}',
  'bare web address': 'www.evil.example/x, ftp://evil.example, mailto:me@evil.example, xmpp:me@evil.example/x',
  'autolink in angle brackets': '<https://evil.example> <me@evil.example>',
  'team and repository mention':
    '@acme/team-1, acme/api@main, acme/api#1, GH-1, gh-12, acme/api@a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  'short commit': 'deadbeef1 and a1b2c3d4e5f6',
  'advisory and ticket': 'GHSA-jfh8-c2jp-5v3q CVE-2021-44228 JIRA-123',
  'task list': '- [ ] todo\n- [x] done',
  'setext heading': 'Title\n=====\nOther\n---',
  'thematic break': '***\n---\n___',
  'fenced block': '```mermaid\ngraph TD; A-->B\n```\n~~~geojson\n{}\n~~~',
  'display math': '$$x^2$$ \\(x\\) \\[x\\]',
  'named entities': '&colon;&lpar;&commat;octocat&NewLine;&Tab;&num;1&lt;script&gt;',
  'lazy definition': '[evil]: javascript:alert(1)\n[evil]\n[evil][]\n![evil]',
  'footnote definition': 'x[^a]\n\n[^a]: https://evil.example',
  'html comment and declaration': '<!-- x --><!DOCTYPE x><?php x ?><![CDATA[x]]>',
  'comment that opens a script': '<!--<script>--></script><script>alert(1)</script>',
  'script end in JSON': '"</script><script>alert(1)</script>"',
  'attribute breaker': `"onmouseover="alert(1)" 'onfocus='alert(1)' autofocus x=\``,
  'svg and style': '<svg/onload=alert(1)><style>@import "https://evil.example"</style><foreignObject>',
  'details and picture': '<details open><summary>x</summary><picture><source srcset="//evil.example/p">',
  'table rows': 'a |\n| --- | --- |\n| x | y |',
  'escaped bar in code': '`a\\|b` | `c`',
  'slash command': '/cc @octocat\n/close',
  'command after a lone return': 'x\r::set-output name=passed::true\r##[set-env name=A]b',
  'command after other line ends': 'x\u0085::error::a\u2028::error::b\u2029::error::c\u000b::error::d\u000c##[error]e',
  'command in capitals after spaces': ' \t ::SET-OUTPUT name=passed::true ##[SET-OUTPUT name=passed]true',
  'command with escapes': '%0A::error::x%0D%0A##[error]y %25 %3A',
  'language tags and fillers': 'a\u{E0001}b\u115fc\u3164d\uffa0e\u180ef\u2061g',
  'variation and joiners': '@\u200docto\ufe0fcat #\u20601',
  'homoglyph mention': '\uff20octocat \uff031 \ufe6boctocat',
  'csv formula': '=HYPERLINK("https://evil.example")\t+1\t-1\t@SUM(1)',
  'five thousand characters': 'long/'.repeat(1000),
  prototype: '__proto__',
};

/** An image that carries a name in every place foreign text can come from. */
export function imageNamed(name: string): ImageResult {
  const lines = { file: name === '' ? 'Dockerfile' : name, startLine: 3, endLine: 4 };
  const [gated] = apiImage.variants;
  const measurement = aMeasurement({
    ...gated?.measurement,
    perLayer: [
      {
        ...aMeasurement().perLayer[0],
        diffId: aMeasurement().imageId,
        unpackedBytes: 1000,
        visibleBytes: 900,
        entries: 1,
        createdBy: name,
        dockerfile: lines,
      },
    ],
    hidden: [{ path: name, bytes: 100, addedBy: 0, hiddenBy: 0, how: 'deleted' }],
    hiddenTotal: { copies: 1, bytes: 100 },
    packages: [{ manager: 'dpkg', name, version: name, bytes: 10, layer: 0 }],
    largest: [{ path: name, bytes: 10, layer: 0 }],
    config: {
      user: name,
      workingDir: name,
      env: [name],
      exposedPorts: [name],
      volumes: [name],
      labels: { [name]: name },
    },
    effectiveCommand: { argv: [name], pid1: name, explanation: `Runs ${name}.` },
  });
  return anImageResult({
    name,
    gated: name,
    platform: name,
    variants: [
      { name, source: name, built: true, base: name, measurement },
      { name: `single ${name}`, source: name, built: true, measurement },
    ],
    baseline: { state: 'found', from: name, measurement },
    comparisons: apiImage.comparisons.map((comparison) =>
      Object.assign({}, comparison, {
        before: name,
        after: name,
        packages: [{ manager: name, name, before: name, after: name, deltaBytes: 1 }],
        grew: [{ path: name, deltaBytes: 1 }],
        config: [{ field: name, before: name, after: name }],
      }),
    ),
    findings: [
      aFinding({
        message: `Found ${name} here.`,
        paths: [name],
        location: lines,
        howToPass: `Remove ${name}.`,
        origin: name,
      }),
      aFinding({ rule: name, level: 'warning', message: name, howToPass: name }),
      aFinding({ message: name, waiver: { reason: name, owner: name, expires: name, place: name } }),
    ],
    notRun: [
      { rule: name, level: 'error', reason: name, counts: 'failure' },
      { rule: 'max-growth', level: 'error', reason: name, counts: 'pass' },
    ],
    passed: [name],
  });
}

/** A result that carries a name everywhere, in one image or in two. */
export function resultNamed(name: string, images: 1 | 2 = 1): CheckResult {
  return aResult(images === 1 ? [imageNamed(name)] : [imageNamed(name), anImageResult({ name: `second ${name}` })], {
    policy: {
      sources: [name],
      digest: name,
      rules: [{ id: name, level: 'error', summary: name, why: name, howToPass: name, origin: name }],
    },
    tool: { name: 'plimsoll', version: name },
    revision: { head: name, base: name, baseName: name },
    notices: [{ level: 'warning', message: name }],
  });
}

/** All hostile names in one image: a finding each. */
export const hostileResult: CheckResult = aResult([
  anImageResult({
    name: 'hostile',
    findings: Object.entries(hostileNames).map(([kind, name]) =>
      aFinding({
        rule: kind.replaceAll(' ', '-'),
        level: 'warning',
        message: `Holds ${name} (${kind}).`,
        paths: [name],
        howToPass: 'Rename it.',
      }),
    ),
  }),
]);
