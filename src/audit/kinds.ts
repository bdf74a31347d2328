/** What a file is read as. */
export type FileKind = 'dockerfile' | 'compose' | 'bake' | 'yaml';

/** What a file is read as, by its name; undefined for all others. */
export function kindOfFile(path: string): FileKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/(^|\.)(Dockerfile|Containerfile)$/i.test(name) || /^(Dockerfile|Containerfile)([._-].+)?$/.test(name))
    return name.endsWith('.dockerignore') ? undefined : 'dockerfile';
  if (/^(docker-)?compose([._-][\w.-]+)?\.ya?ml$/i.test(name)) return 'compose';
  if (/^docker-bake([.-][\w.-]+)?\.(hcl|json)$/i.test(name)) return 'bake';
  return name === 'Kustomization' || /\.(ya?ml|json)$/i.test(name) ? 'yaml' : undefined;
}

/** Whether a YAML or JSON file may hold manifests: a cheap look before it is parsed. */
export function looksLikeManifests(text: string, file: string): boolean {
  if (/(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file)) return true;
  return /^[ \t{"'-]*["']?apiVersion["']?\s*:/m.test(text) && /["']?kind["']?\s*:/.test(text);
}

/** Folders of Helm charts: those with a `Chart.yaml`. */
export function chartsIn(files: readonly string[]): readonly string[] {
  return files.flatMap(
    (path) => /^(?:(.*)\/)?Chart\.ya?ml$/.exec(path)?.[1] ?? (/^Chart\.ya?ml$/.test(path) ? '' : []),
  );
}

/** The chart that a file is a template of: no YAML before it is rendered. */
export function chartOf(path: string, charts: readonly string[]): string | undefined {
  return charts.find((folder) => path.startsWith(`${folder === '' ? '' : `${folder}/`}templates/`));
}

/** The file that a tool lays over this one by itself, where it is there: `compose.override.yaml`, `docker-bake.override.hcl`. */
export function overridesOf(path: string, files: ReadonlySet<string>): readonly string[] {
  const slash = path.lastIndexOf('/') + 1;
  const [folder, name] = [path.slice(0, slash), path.slice(slash)];
  const there = (names: readonly string[]): readonly string[] =>
    names.map((one) => folder + one).filter((one) => files.has(one));
  if (/^(docker-)?compose\.ya?ml$/.test(name)) return there(composeOverrides.filter((one) => one !== name)).slice(0, 1);
  return /^docker-bake\.(hcl|json)$/.test(name) ? there(bakeOverrides) : [];
}

const composeOverrides = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];
const bakeOverrides = ['docker-bake.override.json', 'docker-bake.override.hcl'];
