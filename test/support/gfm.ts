import { execFileSync } from 'node:child_process';

const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist', 'footnotes'];

/** Markdown as GitHub's own renderer sees it. @throws when Debian's package cmark-gfm is not installed. */
export function renderGfm(markdown: string): string {
  return execFileSync('cmark-gfm', ['--unsafe', ...extensions.flatMap((name) => ['-e', name])], {
    input: markdown,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
}
