/** What a file is read as, by its name; undefined for all others. */
export function kindOfFile(path: string): 'dockerfile' | 'compose' | 'bake' | 'yaml' | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/(^|\.)(Dockerfile|Containerfile)$/i.test(name) || /^(Dockerfile|Containerfile)([._-].+)?$/.test(name))
    return name.endsWith('.dockerignore') ? undefined : 'dockerfile';
  if (/^(docker-)?compose([._-][\w.-]+)?\.ya?ml$/i.test(name)) return 'compose';
  if (/^docker-bake([.-][\w.-]+)?\.(hcl|json)$/i.test(name)) return 'bake';
  if (name === 'Kustomization' || /\.ya?ml$/i.test(name)) return isChart(path) ? undefined : 'yaml';
  return undefined;
}

/** Templates of a Helm chart are no YAML before they are rendered. */
function isChart(path: string): boolean {
  return /(^|\/)templates\/.*\.ya?ml$/i.test(path);
}

/** Whether a YAML file may hold manifests: a cheap look before it is parsed. */
export function looksLikeManifests(text: string, file: string): boolean {
  if (/(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file)) return true;
  return /^[ \t{"'-]*["']?apiVersion["']?\s*:/m.test(text) && /["']?kind["']?\s*:/.test(text);
}
