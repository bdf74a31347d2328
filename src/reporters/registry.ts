import type { FileListings } from '../result/file-listing.ts';
import type { CheckResult } from '../result/result.ts';

/** What a reporter may know of the place its text goes to. */
export interface Page {
  /** Columns of a terminal. */
  readonly columns: number;
  readonly colour: boolean;
  /** The files of the images, where the result was just made. */
  readonly listings?: FileListings;
}

type Reporter = (result: CheckResult, page: Page) => string;

/** Every format by the name users give it; each is loaded when it is asked for. */
const reporters = {
  table: async (): Promise<Reporter> => {
    const { renderTerminal } = await import('./terminal/report.ts');
    return (result, { columns, colour }) => renderTerminal(result, { width: columns, colour });
  },
  json: async () => (await import('./json.ts')).renderJson,
  markdown: async (): Promise<Reporter> => {
    const { renderMarkdown } = await import('./markdown/comment.ts');
    return (result) => renderMarkdown(result);
  },
  sarif: async () => (await import('./sarif.ts')).renderSarif,
  junit: async () => (await import('./junit.ts')).renderJunit,
  github: async () => (await import('./github.ts')).renderGithub,
  html: async (): Promise<Reporter> => {
    const { renderHtml } = await import('./html/report.ts');
    return (result, { listings }) => renderHtml(result, listings);
  },
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

/** The name of a format. */
export type Format = keyof typeof reporters;

/** The result as text in one of the formats. */
export async function render(format: Format, result: CheckResult, page: Page): Promise<string> {
  const reporter: Reporter = await reporters[format]();
  return reporter(result, page);
}

/** Loads what {@link render} will need; it tells what is wrong with it. */
export async function prepare(format: Format): Promise<void> {
  await reporters[format]().catch(() => undefined);
}
