import type { Comparison, ImageResult } from '../../result/result.ts';
import { formatBytes, formatDelta } from '../../units.ts';
import { commandOfLayer, gatedOf, hidingVerbs } from '../facts.ts';
import { rewrittenWords } from '../rewritten.ts';
import { placeOfLayer } from '../words.ts';
import { type Html, markup } from './html.ts';
import { phrase, prose } from './words.ts';

const maxRows = 2000;

interface Row {
  readonly search: string;
  readonly cells: readonly Html[];
}

/** The full tables, folded; the search opens those with a match. */
export function tablesOf(image: ImageResult): Html {
  const { measurement, change } = gatedOf(image);
  const { effectiveCommand, config } = measurement;
  const layers = measurement.perLayer.map((layer, index): Row => {
    const command = commandOfLayer(layer);
    const hiddenBytes = layer.unpackedBytes - layer.visibleBytes;
    return {
      search: command,
      cells: [
        markup`${index}`,
        markup`${formatBytes(layer.unpackedBytes)}`,
        markup`${hiddenBytes === 0 ? '' : formatBytes(hiddenBytes)}`,
        markup`${phrase([placeOfLayer(measurement, index)])}`,
        markup`<code>${command}</code>`,
      ],
    };
  });
  const hidden = measurement.hidden.map(({ path, bytes, addedBy, hiddenBy, how }): Row => ({
    search: path,
    cells: [
      markup`<code>${path}</code>`,
      markup`${formatBytes(bytes)}`,
      markup`${phrase([placeOfLayer(measurement, hiddenBy), hidingVerbs[how], placeOfLayer(measurement, addedBy), 'wrote'])}`,
    ],
  }));
  const folders = measurement.largest.map(({ path, bytes, layer }): Row => ({
    search: path,
    cells: [markup`<code>${path}</code>`, markup`${formatBytes(bytes)}`, markup`${layer}`],
  }));
  const packages = measurement.packages
    .toSorted((one, other) => other.bytes - one.bytes)
    .map(({ name, version, bytes, layer }): Row => ({
      search: name,
      cells: [
        markup`<code>${name}</code>`,
        markup`<code>${version}</code>`,
        markup`${formatBytes(bytes)}`,
        markup`${layer}`,
      ],
    }));
  return markup`${change ? changesOf(change) : ''}
    ${tableOf('Layers', ['#', 'on disk', 'hidden', 'where', 'made by'], layers)}
    ${tableOf('Hidden copies', ['path', 'hidden', 'how'], hidden)}
    ${tableOf('Largest folders', ['folder', 'visible', 'layer'], folders)}
    ${tableOf('Packages', ['package', 'version', 'visible', 'layer'], packages)}
    <details>
      <summary>Effective command</summary>
      <p><code>${JSON.stringify(effectiveCommand.argv)}</code></p>
      <p>${prose(effectiveCommand.explanation)}</p>
      <p>
        User
        ${config.user === '' ? 'not set, so root' : markup`<code>${config.user}</code>`}${config.workingDir === '' ? '' : markup`, directory <code>${config.workingDir}</code>`}
      </p>
    </details>`;
}

function changesOf(change: Comparison): Html {
  const rewritten = rewrittenWords(change);
  const changes = [
    ...change.packages.map((row) => changeRow(row, row.name, row.before, row.after)),
    ...change.grew.map((row) => changeRow(row, row.path)),
    ...change.config.map((row) => changeRow({}, row.field, row.before, row.after)),
  ];
  return markup`${rewritten === undefined ? '' : markup`<p>${rewritten}</p>`}
    ${tableOf('What changed', ['What', 'difference', 'base', 'this change'], changes)}`;
}

function changeRow(
  { deltaBytes, ofBase }: { readonly deltaBytes?: number; readonly ofBase?: boolean | undefined },
  name: string,
  before?: string,
  after?: string,
): Row {
  return {
    search: name,
    cells: [
      markup`<code>${name}</code>${ofBase ? ' (base image)' : ''}`,
      markup`${deltaBytes === undefined ? '' : formatDelta(deltaBytes)}`,
      markup`${before ?? ''}`,
      markup`${after ?? ''}`,
    ],
  };
}

function tableOf(title: string, columns: readonly string[], rows: readonly Row[]): Html {
  if (rows.length === 0) return markup``;
  const rest = rows.length - maxRows;
  const body = rows.slice(0, maxRows).map(
    ({ search, cells }) =>
      markup`<tr data-search="${search.toLowerCase()}">
        ${cells.map((cell) => markup`<td>${cell}</td>`)}
      </tr>`,
  );
  return markup`<details>
    <summary>${title} (${rows.length})</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => markup`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
      </table>
    </div>
    ${rest > 0 ? markup`<p>… and ${rest} more</p>` : ''}
  </details>`;
}
