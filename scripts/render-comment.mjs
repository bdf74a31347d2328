// Renders a Markdown report as GitHub would show it and takes its picture: cmark-gfm, GitHub-like styles, chromium.
// Usage: node scripts/render-comment.mjs FILE.md OUT.png [--dark] [--width 800|390] [--open]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: 'boolean', default: false },
    width: { type: 'string', default: '800' },
    open: { type: 'boolean', default: false },
  },
});
const [source, target] = positionals;
const width = Number(values.width);
if (!source || !target || !Number.isInteger(width)) {
  console.error('Usage: node scripts/render-comment.mjs FILE.md OUT.png [--dark] [--width 800|390] [--open]');
  process.exit(2);
}

const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'].flatMap((name) => ['-e', name]);
const body = execFileSync('cmark-gfm', ['--unsafe', '--github-pre-lang', ...extensions], {
  input: readFileSync(source),
  encoding: 'utf8',
  maxBuffer: 64 << 20,
});

const light = {
  text: '#1f2328',
  back: '#ffffff',
  muted: '#59636e',
  border: '#d1d9e0',
  soft: '#f6f8fa',
  code: '#818b981f',
  link: '#0969da',
  page: '#f6f8fa',
};
const dark = {
  text: '#f0f6fc',
  back: '#0d1117',
  muted: '#9198a1',
  border: '#3d444d',
  soft: '#151b23',
  code: '#656c7633',
  link: '#4493f8',
  page: '#010409',
};
const colour = values.dark ? dark : light;
const isNarrow = width < 544;

// The measures and colours of github.com's comments, written down by hand.
const style = `
* { box-sizing: border-box; }
body { margin: 0; padding: ${isNarrow ? 0 : 16}px; background: ${colour.page}; color: ${colour.text}; font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Liberation Sans", "DejaVu Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
.comment { border: 1px solid ${colour.border}; border-radius: 6px; background: ${colour.back}; }
.author { padding: 8px 16px; border-bottom: 1px solid ${colour.border}; background: ${colour.soft}; border-radius: 6px 6px 0 0; color: ${colour.muted}; }
.author b { color: ${colour.text}; }
.body { padding: 16px; overflow-wrap: break-word; }
.body > :first-child { margin-top: 0; } .body > :last-child { margin-bottom: 0; }
p, table, ul, ol, details, pre { margin: 0 0 16px; }
h3 { font-size: 1.25em; line-height: 1.25; margin: 24px 0 16px; } h4 { font-size: 1em; line-height: 1.25; margin: 24px 0 16px; }
h3 code, h4 code { font-size: inherit; padding: 0 .2em; }
a { color: ${colour.link}; text-decoration: underline; text-underline-offset: .2rem; }
code { font: 85% ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; background: ${colour.code}; padding: .2em .4em; border-radius: 6px; white-space: break-spaces; }
pre { background: ${colour.soft}; padding: 16px; border-radius: 6px; overflow: auto; line-height: 1.45; } pre code { background: none; padding: 0; white-space: pre; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; border-spacing: 0; font-variant: tabular-nums; }
th, td { padding: 6px 13px; border: 1px solid ${colour.border}; } th { font-weight: 600; }
tr { background: ${colour.back}; border-top: 1px solid ${colour.border}; } tr:nth-child(2n) { background: ${colour.soft}; }
ul { padding-left: 2em; } li + li { margin-top: .25em; }
summary { cursor: pointer; } details > :not(summary):first-of-type { margin-top: 16px; } details[open] > summary { margin-bottom: 12px; }
sub { font-size: 75%; color: ${colour.muted}; }
`;
const opened = values.open ? body.replaceAll('<details>', '<details open>') : body;
const page = `<!doctype html><meta charset="utf-8"><style>${style}</style><div class="comment"><div class="author"><b>github-actions</b> bot commented now</div><div class="body">${opened}</div></div>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const tab = await browser.newPage({ viewport: { width, height: 600 }, deviceScaleFactor: isNarrow ? 2 : 1.5 });
  await tab.setContent(page);
  await tab.screenshot({ path: target, fullPage: true });
} finally {
  await browser.close();
}
