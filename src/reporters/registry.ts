import type { FileListings } from '../result/file-listing.ts';
import type { CheckResult } from '../result/result.ts';
import { renderGithub } from './github.ts';
import { renderHtml } from './html/report.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown/comment.ts';
import { renderSarif } from './sarif.ts';
import { renderTerminal } from './terminal/report.ts';

/** What a reporter may know of the place its text goes to. */
export interface Page {
  /** Columns of a terminal. */
  readonly columns: number;
  readonly colour: boolean;
  /** The files of the images, where the result was just made. */
  readonly listings?: FileListings;
}

/** Every format by the name users give it. */
const reporters = {
  table: (result: CheckResult, { columns, colour }: Page) => renderTerminal(result, { width: columns, colour }),
  json: renderJson,
  markdown: (result: CheckResult) => renderMarkdown(result),
  sarif: renderSarif,
  junit: renderJunit,
  github: renderGithub,
  html: (result: CheckResult, { listings }: Page) => renderHtml(result, listings),
} as const satisfies Readonly<Record<string, (result: CheckResult, page: Page) => string>>;

/** The name of a format. */
export type Format = keyof typeof reporters;

/** The result as text in one of the formats. */
export function render(format: Format, result: CheckResult, page: Page): string {
  return reporters[format](result, page);
}
